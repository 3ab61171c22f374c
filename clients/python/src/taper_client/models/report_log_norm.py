from typing import Literal, cast

ReportLogNorm = Literal["l1", "l2"]


def check_report_log_norm(value: str) -> ReportLogNorm:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ReportLogNorm, value)
