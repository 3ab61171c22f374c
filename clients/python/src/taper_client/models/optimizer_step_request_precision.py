from typing import Literal, cast

OptimizerStepRequestPrecision = Literal["float32", "float64"]


def check_optimizer_step_request_precision(value: str) -> OptimizerStepRequestPrecision:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(OptimizerStepRequestPrecision, value)
