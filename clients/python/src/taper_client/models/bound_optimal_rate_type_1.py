from typing import Literal, cast

BoundOptimalRateType1 = Literal["Infinity"]


def check_bound_optimal_rate_type_1(value: str) -> BoundOptimalRateType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(BoundOptimalRateType1, value)
