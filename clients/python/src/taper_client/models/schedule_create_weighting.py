from typing import Literal, cast

ScheduleCreateWeighting = Literal["auto", "inverse", "inverse-square"]


def check_schedule_create_weighting(value: str) -> ScheduleCreateWeighting:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ScheduleCreateWeighting, value)
