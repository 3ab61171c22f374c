from typing import Literal, cast

OptimizerTensorValuesItemType1 = Literal["-Infinity", "Infinity", "NaN"]


def check_optimizer_tensor_values_item_type_1(
    value: str,
) -> OptimizerTensorValuesItemType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(OptimizerTensorValuesItemType1, value)
