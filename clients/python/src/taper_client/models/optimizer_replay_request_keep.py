from typing import Literal, cast

OptimizerReplayRequestKeep = Literal["all", "last"]


def check_optimizer_replay_request_keep(value: str) -> OptimizerReplayRequestKeep:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(OptimizerReplayRequestKeep, value)
