from typing import Literal, cast

RefinementReportNumericBoundType1 = Literal["Infinity"]


def check_refinement_report_numeric_bound_type_1(
    value: str,
) -> RefinementReportNumericBoundType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RefinementReportNumericBoundType1, value)
