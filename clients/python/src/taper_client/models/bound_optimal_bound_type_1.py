from typing import Literal, cast

BoundOptimalBoundType1 = Literal["Infinity"]


def check_bound_optimal_bound_type_1(value: str) -> BoundOptimalBoundType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(BoundOptimalBoundType1, value)
