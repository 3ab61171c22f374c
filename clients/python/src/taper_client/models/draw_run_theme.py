from typing import Literal, cast

DrawRunTheme = Literal["auto", "dark", "light"]


def check_draw_run_theme(value: str) -> DrawRunTheme:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(DrawRunTheme, value)
