from typing import Literal, cast

RefinementReportScaledBySeries = Literal["weight-norm"]


def check_refinement_report_scaled_by_series(
    value: str,
) -> RefinementReportScaledBySeries:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RefinementReportScaledBySeries, value)
