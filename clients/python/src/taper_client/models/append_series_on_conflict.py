from typing import Literal, cast

AppendSeriesOnConflict = Literal["reject", "replace"]


def check_append_series_on_conflict(value: str) -> AppendSeriesOnConflict:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(AppendSeriesOnConflict, value)
