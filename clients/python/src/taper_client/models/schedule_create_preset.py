from typing import Literal, cast

ScheduleCreatePreset = Literal["paper", "reference", "robust"]


def check_schedule_create_preset(value: str) -> ScheduleCreatePreset:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ScheduleCreatePreset, value)
