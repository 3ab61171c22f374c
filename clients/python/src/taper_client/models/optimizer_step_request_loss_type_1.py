from typing import Literal, cast

OptimizerStepRequestLossType1 = Literal["-Infinity", "Infinity", "NaN"]


def check_optimizer_step_request_loss_type_1(
    value: str,
) -> OptimizerStepRequestLossType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(OptimizerStepRequestLossType1, value)
