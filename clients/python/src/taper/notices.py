"""Warnings by the logger ``taper``, each kind once per process. They never raise in a training loop."""

import logging

logger = logging.getLogger("taper")
_given: "set[str]" = set()


def once(kind: str, message: str) -> None:
    """Warns, unless this kind of warning was given before."""
    if kind not in _given:
        _given.add(kind)
        logger.warning("%s", message)


def again(kind: str) -> None:
    """Allows this kind of warning again, once its cause is over."""
    _given.discard(kind)
