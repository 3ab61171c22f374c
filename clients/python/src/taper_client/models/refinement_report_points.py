from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="RefinementReportPoints")


@_attrs_define
class RefinementReportPoints:
    clamped: int
    """ Filtered norms raised to 1e-6 of their median; with preset robust, to 1e-12 of their largest. """
    non_finite: int
    """ Points dropped because they are NaN or ±Infinity. """
    raised: int
    """ Filtered norms raised to `normFloor`. """
    received: int
    """ Points of the series: used + nonFinite + zero + trimmed. """
    trimmed: int
    """ Points left out at the ends. """
    used: int
    """ Points left before interpolation. """
    zero: int
    """ Points dropped because they are 0; preset reference keeps them. """

    def to_dict(self) -> dict[str, Any]:
        clamped = self.clamped

        non_finite = self.non_finite

        raised = self.raised

        received = self.received

        trimmed = self.trimmed

        used = self.used

        zero = self.zero

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "clamped": clamped,
                "nonFinite": non_finite,
                "raised": raised,
                "received": received,
                "trimmed": trimmed,
                "used": used,
                "zero": zero,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        clamped = d.pop("clamped")

        non_finite = d.pop("nonFinite")

        raised = d.pop("raised")

        received = d.pop("received")

        trimmed = d.pop("trimmed")

        used = d.pop("used")

        zero = d.pop("zero")

        refinement_report_points = cls(
            clamped=clamped,
            non_finite=non_finite,
            raised=raised,
            received=received,
            trimmed=trimmed,
            used=used,
            zero=zero,
        )

        return refinement_report_points
