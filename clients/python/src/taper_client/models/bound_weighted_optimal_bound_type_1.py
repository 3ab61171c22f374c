from typing import Literal, cast

BoundWeightedOptimalBoundType1 = Literal["Infinity"]


def check_bound_weighted_optimal_bound_type_1(
    value: str,
) -> BoundWeightedOptimalBoundType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(BoundWeightedOptimalBoundType1, value)
