from typing import Literal, cast

UnevenGradientNormsValuesItemType1 = Literal["-Infinity", "Infinity", "NaN"]


def check_uneven_gradient_norms_values_item_type_1(
    value: str,
) -> UnevenGradientNormsValuesItemType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(UnevenGradientNormsValuesItemType1, value)
