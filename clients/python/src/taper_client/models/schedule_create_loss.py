from typing import Literal, cast

ScheduleCreateLoss = Literal["auto", "none"]


def check_schedule_create_loss(value: str) -> ScheduleCreateLoss:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ScheduleCreateLoss, value)
