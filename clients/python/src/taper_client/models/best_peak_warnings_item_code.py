from typing import Literal, cast

BestPeakWarningsItemCode = Literal["unfinished"]


def check_best_peak_warnings_item_code(value: str) -> BestPeakWarningsItemCode:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(BestPeakWarningsItemCode, value)
