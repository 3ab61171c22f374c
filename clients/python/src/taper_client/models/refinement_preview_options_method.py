from typing import Literal, cast

RefinementPreviewOptionsMethod = Literal["closed-form", "numeric"]


def check_refinement_preview_options_method(
    value: str,
) -> RefinementPreviewOptionsMethod:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RefinementPreviewOptionsMethod, value)
