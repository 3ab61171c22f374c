from typing import Literal, cast

RunPutStepUnit = Literal["batches", "epochs", "samples", "steps", "tokens"]


def check_run_put_step_unit(value: str) -> RunPutStepUnit:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RunPutStepUnit, value)
