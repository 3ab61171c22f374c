from typing import Literal, cast

RefinementReportAlternativesItemRequestMethod = Literal["POST"]


def check_refinement_report_alternatives_item_request_method(
    value: str,
) -> RefinementReportAlternativesItemRequestMethod:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RefinementReportAlternativesItemRequestMethod, value)
