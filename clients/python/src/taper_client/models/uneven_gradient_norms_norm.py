from typing import Literal, cast

UnevenGradientNormsNorm = Literal["l1", "l2", "linf"]


def check_uneven_gradient_norms_norm(value: str) -> UnevenGradientNormsNorm:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(UnevenGradientNormsNorm, value)
