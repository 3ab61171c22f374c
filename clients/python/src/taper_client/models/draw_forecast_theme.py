from typing import Literal, cast

DrawForecastTheme = Literal["auto", "dark", "light"]


def check_draw_forecast_theme(value: str) -> DrawForecastTheme:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(DrawForecastTheme, value)
