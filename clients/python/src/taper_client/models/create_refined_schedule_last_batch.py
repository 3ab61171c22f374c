from typing import Literal, cast

CreateRefinedScheduleLastBatch = Literal["drop", "keep"]


def check_create_refined_schedule_last_batch(
    value: str,
) -> CreateRefinedScheduleLastBatch:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(CreateRefinedScheduleLastBatch, value)
