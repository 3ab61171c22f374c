from typing import Literal, cast

NormsSourceNorm = Literal["l1", "l2"]


def check_norms_source_norm(value: str) -> NormsSourceNorm:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(NormsSourceNorm, value)
