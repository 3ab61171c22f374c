from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="RefinementReportRunsItemPoints")


@_attrs_define
class RefinementReportRunsItemPoints:
    non_finite: int
    """ Points dropped because they are NaN or ±Infinity. """
    received: int
    """ Points of its series: used + nonFinite + zero + trimmed. """
    trimmed: int
    """ Points left out at the ends. """
    used: int
    """ Points left before interpolation. """
    zero: int
    """ Points dropped because they are 0; preset reference keeps them. """

    def to_dict(self) -> dict[str, Any]:
        non_finite = self.non_finite

        received = self.received

        trimmed = self.trimmed

        used = self.used

        zero = self.zero

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "nonFinite": non_finite,
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
        non_finite = d.pop("nonFinite")

        received = d.pop("received")

        trimmed = d.pop("trimmed")

        used = d.pop("used")

        zero = d.pop("zero")

        refinement_report_runs_item_points = cls(
            non_finite=non_finite,
            received=received,
            trimmed=trimmed,
            used=used,
            zero=zero,
        )

        return refinement_report_runs_item_points
