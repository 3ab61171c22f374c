from typing import Literal, cast

EvenSeriesName = Literal[
    "distance",
    "eval-loss",
    "l1",
    "l2",
    "learning-rate",
    "linf",
    "loss",
    "update-norm",
    "weight-norm",
]


def check_even_series_name(value: str) -> EvenSeriesName:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(EvenSeriesName, value)
