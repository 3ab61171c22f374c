from typing import Literal, cast

ComparisonRankingItemOptimalRateType1 = Literal["Infinity"]


def check_comparison_ranking_item_optimal_rate_type_1(
    value: str,
) -> ComparisonRankingItemOptimalRateType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ComparisonRankingItemOptimalRateType1, value)
