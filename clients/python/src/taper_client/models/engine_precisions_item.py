from typing import Literal, cast

EnginePrecisionsItem = Literal["float32", "float64"]


def check_engine_precisions_item(value: str) -> EnginePrecisionsItem:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(EnginePrecisionsItem, value)
