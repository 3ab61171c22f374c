from typing import Literal, cast

OptimizerNeedsItem = Literal["loss", "sampleIndex"]


def check_optimizer_needs_item(value: str) -> OptimizerNeedsItem:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(OptimizerNeedsItem, value)
