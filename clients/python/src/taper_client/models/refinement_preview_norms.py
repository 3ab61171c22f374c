from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="RefinementPreviewNorms")


@_attrs_define
class RefinementPreviewNorms:
    """Filtered norms at some steps of the log, which need not be whole."""

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

        refinement_preview_norms = cls(
            steps=steps,
            values=values,
        )

        return refinement_preview_norms
