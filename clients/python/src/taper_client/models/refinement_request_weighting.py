from typing import Literal, cast

RefinementRequestWeighting = Literal["auto", "inverse", "inverse-square"]


def check_refinement_request_weighting(value: str) -> RefinementRequestWeighting:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RefinementRequestWeighting, value)
