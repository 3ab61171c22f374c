from typing import Literal, cast

NormsSourceValuesItemType1 = Literal["-Infinity", "Infinity", "NaN"]


def check_norms_source_values_item_type_1(value: str) -> NormsSourceValuesItemType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(NormsSourceValuesItemType1, value)
