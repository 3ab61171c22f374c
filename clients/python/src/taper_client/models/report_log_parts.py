from typing import Literal, cast

ReportLogParts = Literal["all", "brief"]


def check_report_log_parts(value: str) -> ReportLogParts:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ReportLogParts, value)
