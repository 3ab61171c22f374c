from typing import Literal, cast

ViewSeriesName = Literal[
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


def check_view_series_name(value: str) -> ViewSeriesName:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ViewSeriesName, value)
