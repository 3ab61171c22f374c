from typing import Literal, cast

LineageGainsItemGainType1 = Literal["Infinity"]


def check_lineage_gains_item_gain_type_1(value: str) -> LineageGainsItemGainType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(LineageGainsItemGainType1, value)
