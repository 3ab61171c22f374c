from typing import Literal, cast

BoundWeightedOptimalRateType1 = Literal["Infinity"]


def check_bound_weighted_optimal_rate_type_1(
    value: str,
) -> BoundWeightedOptimalRateType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(BoundWeightedOptimalRateType1, value)
