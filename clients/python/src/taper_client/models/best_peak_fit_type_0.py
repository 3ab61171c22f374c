from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="BestPeakFitType0")


@_attrs_define
class BestPeakFitType0:
    """The parabola in ln γ, of peaks within a factor of 8 of the best."""

    curvature: float
    """ c₂ of L = c₀ + c₁ ln γ + c₂ (ln γ)². """
    noise: float | None
    peaks: int
    """ Different peaks that the parabola is fitted to. """
    runs: int
    """ Their runs. """

    def to_dict(self) -> dict[str, Any]:
        curvature = self.curvature

        noise: float | None
        noise = self.noise

        peaks = self.peaks

        runs = self.runs

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "curvature": curvature,
                "noise": noise,
                "peaks": peaks,
                "runs": runs,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        curvature = d.pop("curvature")

        def _parse_noise(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        noise = _parse_noise(d.pop("noise"))

        peaks = d.pop("peaks")

        runs = d.pop("runs")

        best_peak_fit_type_0 = cls(
            curvature=curvature,
            noise=noise,
            peaks=peaks,
            runs=runs,
        )

        return best_peak_fit_type_0
