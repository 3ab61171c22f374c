from typing import Literal, cast

SeriesViewName = Literal[
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


def check_series_view_name(value: str) -> SeriesViewName:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(SeriesViewName, value)
