from typing import Literal, cast

HorizonReportWarningsItemCode = Literal[
    "already-past", "not-met", "peak-unknown", "rest-zero"
]


def check_horizon_report_warnings_item_code(
    value: str,
) -> HorizonReportWarningsItemCode:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(HorizonReportWarningsItemCode, value)
