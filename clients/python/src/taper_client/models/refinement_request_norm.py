from typing import Literal, cast

RefinementRequestNorm = Literal["l1", "l2"]


def check_refinement_request_norm(value: str) -> RefinementRequestNorm:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RefinementRequestNorm, value)
