from typing import Literal, cast

ForecastLaw = Literal["annealing-momentum", "bound-power", "multi-power"]


def check_forecast_law(value: str) -> ForecastLaw:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ForecastLaw, value)
