from typing import Literal, cast

OptimizerReplayRequestNonFinite = Literal["propagate", "refuse", "skip"]


def check_optimizer_replay_request_non_finite(
    value: str,
) -> OptimizerReplayRequestNonFinite:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(OptimizerReplayRequestNonFinite, value)
