from typing import Literal, cast

ReportRunPreset = Literal["paper", "reference", "robust"]


def check_report_run_preset(value: str) -> ReportRunPreset:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ReportRunPreset, value)
