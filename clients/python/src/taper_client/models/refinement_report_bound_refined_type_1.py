from typing import Literal, cast

RefinementReportBoundRefinedType1 = Literal["Infinity"]


def check_refinement_report_bound_refined_type_1(
    value: str,
) -> RefinementReportBoundRefinedType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RefinementReportBoundRefinedType1, value)
