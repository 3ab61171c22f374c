from typing import Literal, cast

RefinementReportAlternativesItemName = Literal["paper", "warm-up-linear"]


def check_refinement_report_alternatives_item_name(
    value: str,
) -> RefinementReportAlternativesItemName:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RefinementReportAlternativesItemName, value)
