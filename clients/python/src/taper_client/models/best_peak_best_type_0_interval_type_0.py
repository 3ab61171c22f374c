from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="BestPeakBestType0IntervalType0")


@_attrs_define
class BestPeakBestType0IntervalType0:
    """Holds the best peak in 90 of 100 cases, if the parabola is right; null where the noise is not known, or too large."""

    high: float
    low: float

    def to_dict(self) -> dict[str, Any]:
        high = self.high

        low = self.low

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "high": high,
                "low": low,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        high = d.pop("high")

        low = d.pop("low")

        best_peak_best_type_0_interval_type_0 = cls(
            high=high,
            low=low,
        )

        return best_peak_best_type_0_interval_type_0
