from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.refinement_report_losses_use import (
    RefinementReportLossesUse,
    check_refinement_report_losses_use,
)

T = TypeVar("T", bound="RefinementReportLosses")


@_attrs_define
class RefinementReportLosses:
    """The losses that were read beside the norms."""

    detail: str
    """ What they did for the schedule; without them, what they would add. """
    non_finite: int
    """ Points dropped because they are NaN or ±Infinity. """
    not_positive: int
    """ Points dropped because they are 0 or below. """
    received: int
    """ Points of the series: used + nonFinite + notPositive. """
    use: RefinementReportLossesUse
    """ `read` beside the norms; `left-out`, as `detail` says why; `none`: there are none, or they were not asked
    for. """
    used: int
    """ Points that could be used. """

    def to_dict(self) -> dict[str, Any]:
        detail = self.detail

        non_finite = self.non_finite

        not_positive = self.not_positive

        received = self.received

        use: str = self.use

        used = self.used

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "detail": detail,
                "nonFinite": non_finite,
                "notPositive": not_positive,
                "received": received,
                "use": use,
                "used": used,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        detail = d.pop("detail")

        non_finite = d.pop("nonFinite")

        not_positive = d.pop("notPositive")

        received = d.pop("received")

        use = check_refinement_report_losses_use(d.pop("use"))

        used = d.pop("used")

        refinement_report_losses = cls(
            detail=detail,
            non_finite=non_finite,
            not_positive=not_positive,
            received=received,
            use=use,
            used=used,
        )

        return refinement_report_losses
