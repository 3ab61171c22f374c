from typing import Literal, cast

ComparisonRankingItemOptimalBoundType1 = Literal["Infinity"]


def check_comparison_ranking_item_optimal_bound_type_1(
    value: str,
) -> ComparisonRankingItemOptimalBoundType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ComparisonRankingItemOptimalBoundType1, value)
