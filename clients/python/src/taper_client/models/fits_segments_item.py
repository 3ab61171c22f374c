from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="FitsSegmentsItem")


@_attrs_define
class FitsSegmentsItem:
    """A corner of the straight pieces."""

    multiplier: float
    step: int

    def to_dict(self) -> dict[str, Any]:
        multiplier = self.multiplier

        step = self.step

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "multiplier": multiplier,
                "step": step,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        multiplier = d.pop("multiplier")

        step = d.pop("step")

        fits_segments_item = cls(
            multiplier=multiplier,
            step=step,
        )

        return fits_segments_item
