from typing import Literal, cast

RefinementRequestPreset = Literal["paper", "reference", "robust"]


def check_refinement_request_preset(value: str) -> RefinementRequestPreset:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RefinementRequestPreset, value)
