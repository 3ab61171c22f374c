from typing import Literal, cast

ScheduleCreateScaleBy = Literal["none", "weight-norm"]


def check_schedule_create_scale_by(value: str) -> ScheduleCreateScaleBy:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ScheduleCreateScaleBy, value)
