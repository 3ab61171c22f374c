"""Warnings, each kind of them once in a process, by the logger ``taper``: never an exception in a training loop."""

import logging

logger = logging.getLogger("taper")
_given: "set[str]" = set()


def once(kind: str, message: str) -> None:
    """Warns, unless a warning of this kind was given before."""
    if kind not in _given:
        _given.add(kind)
        logger.warning("%s", message)


def again(kind: str) -> None:
    """What a warning of this kind spoke of is over: it may be given again."""
    _given.discard(kind)
