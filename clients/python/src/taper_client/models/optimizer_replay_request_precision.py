from typing import Literal, cast

OptimizerReplayRequestPrecision = Literal["float32", "float64"]


def check_optimizer_replay_request_precision(
    value: str,
) -> OptimizerReplayRequestPrecision:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(OptimizerReplayRequestPrecision, value)
