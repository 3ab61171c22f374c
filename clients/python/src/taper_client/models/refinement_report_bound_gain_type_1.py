from typing import Literal, cast

RefinementReportBoundGainType1 = Literal["Infinity"]


def check_refinement_report_bound_gain_type_1(
    value: str,
) -> RefinementReportBoundGainType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RefinementReportBoundGainType1, value)
