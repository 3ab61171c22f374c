from typing import Literal, cast

HorizonReportPreviousOptimalRateType1 = Literal["Infinity"]


def check_horizon_report_previous_optimal_rate_type_1(
    value: str,
) -> HorizonReportPreviousOptimalRateType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(HorizonReportPreviousOptimalRateType1, value)
