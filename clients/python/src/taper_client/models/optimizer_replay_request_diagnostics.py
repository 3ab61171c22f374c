from typing import Literal, cast

OptimizerReplayRequestDiagnostics = Literal["steps", "tensors"]


def check_optimizer_replay_request_diagnostics(
    value: str,
) -> OptimizerReplayRequestDiagnostics:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(OptimizerReplayRequestDiagnostics, value)
