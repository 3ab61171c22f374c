from typing import Literal, cast

ScheduleRuleMadeFrom = Literal["formula", "gradient-norms"]


def check_schedule_rule_made_from(value: str) -> ScheduleRuleMadeFrom:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ScheduleRuleMadeFrom, value)
