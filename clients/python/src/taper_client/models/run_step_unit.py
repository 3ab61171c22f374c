from typing import Literal, cast

RunStepUnit = Literal["batches", "epochs", "samples", "steps", "tokens"]


def check_run_step_unit(value: str) -> RunStepUnit:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RunStepUnit, value)
