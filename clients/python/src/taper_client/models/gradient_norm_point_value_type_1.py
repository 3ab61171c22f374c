from typing import Literal, cast

GradientNormPointValueType1 = Literal["-Infinity", "Infinity", "NaN"]


def check_gradient_norm_point_value_type_1(value: str) -> GradientNormPointValueType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(GradientNormPointValueType1, value)
