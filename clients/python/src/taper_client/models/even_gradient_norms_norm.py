from typing import Literal, cast

EvenGradientNormsNorm = Literal["l1", "l2", "linf"]


def check_even_gradient_norms_norm(value: str) -> EvenGradientNormsNorm:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(EvenGradientNormsNorm, value)
