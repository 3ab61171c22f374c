from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.refinement_report_scaled_by_series import (
    RefinementReportScaledBySeries,
    check_refinement_report_scaled_by_series,
)

T = TypeVar("T", bound="RefinementReportScaledBy")


@_attrs_define
class RefinementReportScaledBy:
    """Only with `scaleBy`: what the norms were multiplied by."""

    detail: str
    """ What the schedule then is. """
    series: RefinementReportScaledBySeries

    def to_dict(self) -> dict[str, Any]:
        detail = self.detail

        series: str = self.series

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "detail": detail,
                "series": series,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        detail = d.pop("detail")

        series = check_refinement_report_scaled_by_series(d.pop("series"))

        refinement_report_scaled_by = cls(
            detail=detail,
            series=series,
        )

        return refinement_report_scaled_by
