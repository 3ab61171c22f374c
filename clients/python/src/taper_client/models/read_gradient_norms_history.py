from typing import Literal, cast

ReadGradientNormsHistory = Literal["all"]


def check_read_gradient_norms_history(value: str) -> ReadGradientNormsHistory:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ReadGradientNormsHistory, value)
