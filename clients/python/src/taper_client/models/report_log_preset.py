from typing import Literal, cast

ReportLogPreset = Literal["paper", "reference", "robust"]


def check_report_log_preset(value: str) -> ReportLogPreset:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ReportLogPreset, value)
