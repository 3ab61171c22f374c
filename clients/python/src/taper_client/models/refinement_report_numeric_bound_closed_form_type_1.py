from typing import Literal, cast

RefinementReportNumericBoundClosedFormType1 = Literal["Infinity"]


def check_refinement_report_numeric_bound_closed_form_type_1(
    value: str,
) -> RefinementReportNumericBoundClosedFormType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RefinementReportNumericBoundClosedFormType1, value)
