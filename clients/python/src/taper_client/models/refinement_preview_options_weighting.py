from typing import Literal, cast

RefinementPreviewOptionsWeighting = Literal["auto", "inverse", "inverse-square"]


def check_refinement_preview_options_weighting(
    value: str,
) -> RefinementPreviewOptionsWeighting:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RefinementPreviewOptionsWeighting, value)
