from typing import Literal, cast

RefinementPreviewOptionsLoss = Literal["auto", "none"]


def check_refinement_preview_options_loss(value: str) -> RefinementPreviewOptionsLoss:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RefinementPreviewOptionsLoss, value)
