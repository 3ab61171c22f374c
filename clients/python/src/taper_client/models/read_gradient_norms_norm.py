from typing import Literal, cast

ReadGradientNormsNorm = Literal["l1", "l2", "linf"]


def check_read_gradient_norms_norm(value: str) -> ReadGradientNormsNorm:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ReadGradientNormsNorm, value)
