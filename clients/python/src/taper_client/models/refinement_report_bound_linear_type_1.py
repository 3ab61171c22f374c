from typing import Literal, cast

RefinementReportBoundLinearType1 = Literal["Infinity"]


def check_refinement_report_bound_linear_type_1(
    value: str,
) -> RefinementReportBoundLinearType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RefinementReportBoundLinearType1, value)
