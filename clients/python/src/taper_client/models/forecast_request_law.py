from typing import Literal, cast

ForecastRequestLaw = Literal["annealing-momentum", "auto", "bound-power", "multi-power"]


def check_forecast_request_law(value: str) -> ForecastRequestLaw:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ForecastRequestLaw, value)
