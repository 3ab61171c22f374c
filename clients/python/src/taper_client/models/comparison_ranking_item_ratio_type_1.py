from typing import Literal, cast

ComparisonRankingItemRatioType1 = Literal["Infinity"]


def check_comparison_ranking_item_ratio_type_1(
    value: str,
) -> ComparisonRankingItemRatioType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ComparisonRankingItemRatioType1, value)
