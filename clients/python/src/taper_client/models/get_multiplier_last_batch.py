from typing import Literal, cast

GetMultiplierLastBatch = Literal["drop", "keep"]


def check_get_multiplier_last_batch(value: str) -> GetMultiplierLastBatch:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(GetMultiplierLastBatch, value)
