from typing import Literal, cast

ReadSeriesHistory = Literal["all"]


def check_read_series_history(value: str) -> ReadSeriesHistory:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ReadSeriesHistory, value)
