from typing import Literal, cast

OptimizerStepRequestNonFinite = Literal["propagate", "refuse", "skip"]


def check_optimizer_step_request_non_finite(
    value: str,
) -> OptimizerStepRequestNonFinite:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(OptimizerStepRequestNonFinite, value)
