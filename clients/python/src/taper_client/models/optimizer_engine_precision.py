from typing import Literal, cast

OptimizerEnginePrecision = Literal["float32", "float64"]


def check_optimizer_engine_precision(value: str) -> OptimizerEnginePrecision:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(OptimizerEnginePrecision, value)
