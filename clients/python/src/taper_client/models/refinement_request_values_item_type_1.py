from typing import Literal, cast

RefinementRequestValuesItemType1 = Literal["-Infinity", "Infinity", "NaN"]


def check_refinement_request_values_item_type_1(
    value: str,
) -> RefinementRequestValuesItemType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RefinementRequestValuesItemType1, value)
