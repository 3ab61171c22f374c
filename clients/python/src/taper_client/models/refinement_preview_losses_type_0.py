from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="RefinementPreviewLossesType0")


@_attrs_define
class RefinementPreviewLossesType0:
    """Filtered losses at some steps of the log; null where the refinement reads none."""

    steps: list[float]
    values: list[float]

    def to_dict(self) -> dict[str, Any]:
        steps = self.steps

        values = self.values

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "steps": steps,
                "values": values,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        steps = cast(list[float], d.pop("steps"))

        values = cast(list[float], d.pop("values"))

        refinement_preview_losses_type_0 = cls(
            steps=steps,
            values=values,
        )

        return refinement_preview_losses_type_0
