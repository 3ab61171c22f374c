from typing import Literal, cast

OptimizerStepRequestDiagnostics = Literal["steps", "tensors"]


def check_optimizer_step_request_diagnostics(
    value: str,
) -> OptimizerStepRequestDiagnostics:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(OptimizerStepRequestDiagnostics, value)
