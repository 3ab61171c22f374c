from typing import Literal, cast

GradientNormArrivalValueType1 = Literal["-Infinity", "Infinity", "NaN"]


def check_gradient_norm_arrival_value_type_1(
    value: str,
) -> GradientNormArrivalValueType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(GradientNormArrivalValueType1, value)
