from typing import Literal, cast

CreateScheduleUnit = Literal["batches", "epochs", "samples", "steps", "tokens"]


def check_create_schedule_unit(value: str) -> CreateScheduleUnit:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(CreateScheduleUnit, value)
