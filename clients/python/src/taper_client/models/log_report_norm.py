from typing import Literal, cast

LogReportNorm = Literal["l1", "l2", "linf"]


def check_log_report_norm(value: str) -> LogReportNorm:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(LogReportNorm, value)
