from typing import Literal, cast

DrawScheduleTheme = Literal["auto", "dark", "light"]


def check_draw_schedule_theme(value: str) -> DrawScheduleTheme:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(DrawScheduleTheme, value)
