from typing import Literal, cast

GradientNormStepsValuesItemType1 = Literal["-Infinity", "Infinity", "NaN"]


def check_gradient_norm_steps_values_item_type_1(
    value: str,
) -> GradientNormStepsValuesItemType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(GradientNormStepsValuesItemType1, value)
