from typing import Literal, cast

DrawRunNorm = Literal["l1", "l2", "linf"]


def check_draw_run_norm(value: str) -> DrawRunNorm:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(DrawRunNorm, value)
