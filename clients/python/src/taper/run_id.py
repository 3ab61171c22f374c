"""The id of a run, from a name as people and other tools have it."""

import hashlib
import re

from . import notices

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,127}")


def run_id_of(name: str) -> str:
    """The name itself where it is an id: 1 to 128 letters, digits, ``.``, ``_`` and ``-``, the first a letter or digit.

    Any other name, as ``org/model``, becomes one: other characters become ``-``, and some of a hash of the name follow, so that two names
    never share a run. It is said once.

    :raises ValueError: the name is empty, or no text
    """
    if not isinstance(name, str) or not name.strip():
        raise ValueError(f"A run's id must be a text that is not empty, not {name!r}.")
    if _ID.fullmatch(name):
        return name
    readable = re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip("._-")[:100] or "run"
    made = f"{readable}-{hashlib.sha256(name.encode()).hexdigest()[:6]}"
    notices.once(f"id-{made}", f"A run's id has letters, digits, '.', '_' and '-' alone: {name!r} is run {made} at Taper.")
    return made
