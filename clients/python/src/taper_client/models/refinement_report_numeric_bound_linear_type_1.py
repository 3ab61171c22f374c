from typing import Literal, cast

RefinementReportNumericBoundLinearType1 = Literal["Infinity"]


def check_refinement_report_numeric_bound_linear_type_1(
    value: str,
) -> RefinementReportNumericBoundLinearType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RefinementReportNumericBoundLinearType1, value)
