from typing import Literal, cast

OptimizerStateScalarsAdditionalPropertyType1 = Literal["-Infinity", "Infinity", "NaN"]


def check_optimizer_state_scalars_additional_property_type_1(
    value: str,
) -> OptimizerStateScalarsAdditionalPropertyType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(OptimizerStateScalarsAdditionalPropertyType1, value)
