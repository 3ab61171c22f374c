from typing import Literal, cast

SeriesSummaryName = Literal[
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


def check_series_summary_name(value: str) -> SeriesSummaryName:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(SeriesSummaryName, value)
