from typing import Literal, cast

RefinementRequestScaleBy = Literal["none", "weight-norm"]


def check_refinement_request_scale_by(value: str) -> RefinementRequestScaleBy:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RefinementRequestScaleBy, value)
