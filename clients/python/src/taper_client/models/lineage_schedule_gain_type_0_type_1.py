from typing import Literal, cast

LineageScheduleGainType0Type1 = Literal["Infinity"]


def check_lineage_schedule_gain_type_0_type_1(
    value: str,
) -> LineageScheduleGainType0Type1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(LineageScheduleGainType0Type1, value)
