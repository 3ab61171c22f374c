from typing import Literal, cast

RefinementReportLossesUse = Literal["left-out", "none", "read"]


def check_refinement_report_losses_use(value: str) -> RefinementReportLossesUse:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RefinementReportLossesUse, value)
