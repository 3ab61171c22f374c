from typing import Literal, cast

ScheduleCreateMethod = Literal["closed-form", "numeric"]


def check_schedule_create_method(value: str) -> ScheduleCreateMethod:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ScheduleCreateMethod, value)
