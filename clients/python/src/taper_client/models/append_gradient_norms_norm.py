from typing import Literal, cast

AppendGradientNormsNorm = Literal["l1", "l2", "linf"]


def check_append_gradient_norms_norm(value: str) -> AppendGradientNormsNorm:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(AppendGradientNormsNorm, value)
