from typing import Literal, cast

RefinementReportAdviceVerdict = Literal["either", "refined", "warm-up-linear"]


def check_refinement_report_advice_verdict(value: str) -> RefinementReportAdviceVerdict:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RefinementReportAdviceVerdict, value)
