from typing import Literal, cast

CreateHorizonLastBatch = Literal["drop", "keep"]


def check_create_horizon_last_batch(value: str) -> CreateHorizonLastBatch:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(CreateHorizonLastBatch, value)
