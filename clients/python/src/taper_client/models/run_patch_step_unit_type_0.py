from typing import Literal, cast

RunPatchStepUnitType0 = Literal["batches", "epochs", "samples", "steps", "tokens"]


def check_run_patch_step_unit_type_0(value: str) -> RunPatchStepUnitType0:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RunPatchStepUnitType0, value)
