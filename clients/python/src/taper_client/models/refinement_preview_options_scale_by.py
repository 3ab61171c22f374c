from typing import Literal, cast

RefinementPreviewOptionsScaleBy = Literal["none", "weight-norm"]


def check_refinement_preview_options_scale_by(
    value: str,
) -> RefinementPreviewOptionsScaleBy:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RefinementPreviewOptionsScaleBy, value)
