from typing import Literal, cast

RefinementPreviewOptionsPreset = Literal["paper", "reference", "robust"]


def check_refinement_preview_options_preset(
    value: str,
) -> RefinementPreviewOptionsPreset:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RefinementPreviewOptionsPreset, value)
