from typing import Literal, cast

OptimizerReplayStepLossType1 = Literal["-Infinity", "Infinity", "NaN"]


def check_optimizer_replay_step_loss_type_1(value: str) -> OptimizerReplayStepLossType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(OptimizerReplayStepLossType1, value)
