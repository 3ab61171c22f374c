from typing import Literal, cast

HorizonCreateMethod = Literal["cooldown", "rewarm", "stretch", "two-stage"]


def check_horizon_create_method(value: str) -> HorizonCreateMethod:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(HorizonCreateMethod, value)
