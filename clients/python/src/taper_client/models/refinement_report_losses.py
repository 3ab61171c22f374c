from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.refinement_report_losses_use import (
    RefinementReportLossesUse,
    check_refinement_report_losses_use,
)

T = TypeVar("T", bound="RefinementReportLosses")


@_attrs_define
class RefinementReportLosses:
    """The losses that were read beside the norms."""

    covered: float | None
    """ Share of the steps of the norms that they extend over; null where they are not read. """
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
        covered: float | None
        covered = self.covered

        detail = self.detail

        non_finite = self.non_finite

        not_positive = self.not_positive

        received = self.received

        use: str = self.use

        used = self.used

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "covered": covered,
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

        def _parse_covered(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        covered = _parse_covered(d.pop("covered"))

        detail = d.pop("detail")

        non_finite = d.pop("nonFinite")

        not_positive = d.pop("notPositive")

        received = d.pop("received")

        use = check_refinement_report_losses_use(d.pop("use"))

        used = d.pop("used")

        refinement_report_losses = cls(
            covered=covered,
            detail=detail,
            non_finite=non_finite,
            not_positive=not_positive,
            received=received,
            use=use,
            used=used,
        )

        return refinement_report_losses
