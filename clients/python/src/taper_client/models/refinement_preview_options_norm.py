from typing import Literal, cast

RefinementPreviewOptionsNorm = Literal["l1", "l2"]


def check_refinement_preview_options_norm(value: str) -> RefinementPreviewOptionsNorm:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RefinementPreviewOptionsNorm, value)
