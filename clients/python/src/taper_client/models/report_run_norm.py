from typing import Literal, cast

ReportRunNorm = Literal["l1", "l2"]


def check_report_run_norm(value: str) -> ReportRunNorm:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ReportRunNorm, value)
