from typing import Literal, cast

GetMultiplierUnit = Literal["batches", "epochs", "samples", "steps", "tokens"]


def check_get_multiplier_unit(value: str) -> GetMultiplierUnit:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(GetMultiplierUnit, value)
