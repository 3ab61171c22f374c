from typing import Literal, cast

GradientNormValuesValuesItemType1 = Literal["-Infinity", "Infinity", "NaN"]


def check_gradient_norm_values_values_item_type_1(
    value: str,
) -> GradientNormValuesValuesItemType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(GradientNormValuesValuesItemType1, value)
