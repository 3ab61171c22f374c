from typing import Literal, cast

RunCreateStepUnit = Literal["batches", "epochs", "samples", "steps", "tokens"]


def check_run_create_step_unit(value: str) -> RunCreateStepUnit:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RunCreateStepUnit, value)
