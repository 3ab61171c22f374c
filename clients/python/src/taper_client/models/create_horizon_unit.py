from typing import Literal, cast

CreateHorizonUnit = Literal["batches", "epochs", "samples", "steps", "tokens"]


def check_create_horizon_unit(value: str) -> CreateHorizonUnit:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(CreateHorizonUnit, value)
