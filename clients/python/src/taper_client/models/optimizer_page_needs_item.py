from typing import Literal, cast

OptimizerPageNeedsItem = Literal["loss", "sampleIndex"]


def check_optimizer_page_needs_item(value: str) -> OptimizerPageNeedsItem:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(OptimizerPageNeedsItem, value)
