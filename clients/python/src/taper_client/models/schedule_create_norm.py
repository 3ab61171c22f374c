from typing import Literal, cast

ScheduleCreateNorm = Literal["l1", "l2"]


def check_schedule_create_norm(value: str) -> ScheduleCreateNorm:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ScheduleCreateNorm, value)
