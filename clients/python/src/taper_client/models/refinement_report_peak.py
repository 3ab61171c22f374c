from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="RefinementReportPeak")


@_attrs_define
class RefinementReportPeak:
    fraction: float
    """ step/(steps − 1). """
    step: int
    """ The first step with multiplier 1. """

    def to_dict(self) -> dict[str, Any]:
        fraction = self.fraction

        step = self.step

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "fraction": fraction,
                "step": step,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        fraction = d.pop("fraction")

        step = d.pop("step")

        refinement_report_peak = cls(
            fraction=fraction,
            step=step,
        )

        return refinement_report_peak
