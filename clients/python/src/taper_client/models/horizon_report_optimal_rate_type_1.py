from typing import Literal, cast

HorizonReportOptimalRateType1 = Literal["Infinity"]


def check_horizon_report_optimal_rate_type_1(
    value: str,
) -> HorizonReportOptimalRateType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(HorizonReportOptimalRateType1, value)
