from typing import Literal, cast

CreateRefinedScheduleUnit = Literal["batches", "epochs", "samples", "steps", "tokens"]


def check_create_refined_schedule_unit(value: str) -> CreateRefinedScheduleUnit:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(CreateRefinedScheduleUnit, value)
