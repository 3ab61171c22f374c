from typing import Literal, cast

EvenGradientNormsValuesItemType1 = Literal["-Infinity", "Infinity", "NaN"]


def check_even_gradient_norms_values_item_type_1(
    value: str,
) -> EvenGradientNormsValuesItemType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(EvenGradientNormsValuesItemType1, value)
