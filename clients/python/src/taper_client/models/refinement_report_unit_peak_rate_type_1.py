from typing import Literal, cast

RefinementReportUnitPeakRateType1 = Literal["Infinity"]


def check_refinement_report_unit_peak_rate_type_1(
    value: str,
) -> RefinementReportUnitPeakRateType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RefinementReportUnitPeakRateType1, value)
