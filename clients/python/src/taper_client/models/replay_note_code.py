from typing import Literal, cast

ReplayNoteCode = Literal["d-runs-away", "d-stands-still"]


def check_replay_note_code(value: str) -> ReplayNoteCode:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ReplayNoteCode, value)
