from typing import Literal, cast

CreateScheduleLastBatch = Literal["drop", "keep"]


def check_create_schedule_last_batch(value: str) -> CreateScheduleLastBatch:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(CreateScheduleLastBatch, value)
