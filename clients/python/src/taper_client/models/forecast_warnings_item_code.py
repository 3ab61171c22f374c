from typing import Literal, cast

ForecastWarningsItemCode = Literal[
    "extrapolation", "no-decay", "no-fall", "non-finite", "poor-fit"
]


def check_forecast_warnings_item_code(value: str) -> ForecastWarningsItemCode:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ForecastWarningsItemCode, value)
