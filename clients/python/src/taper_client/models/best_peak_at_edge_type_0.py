from typing import Literal, cast

BestPeakAtEdgeType0 = Literal["high", "low"]


def check_best_peak_at_edge_type_0(value: str) -> BestPeakAtEdgeType0:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(BestPeakAtEdgeType0, value)
