from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="ComparisonRankingItemDrawn")


@_attrs_define
class ComparisonRankingItemDrawn:
    """Its multipliers at some steps, where `points` asks for them: the first, the last, the peak, and even ones between."""

    multipliers: list[float]
    steps: list[int]

    def to_dict(self) -> dict[str, Any]:
        multipliers = self.multipliers

        steps = self.steps

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "multipliers": multipliers,
                "steps": steps,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        multipliers = cast(list[float], d.pop("multipliers"))

        steps = cast(list[int], d.pop("steps"))

        comparison_ranking_item_drawn = cls(
            multipliers=multipliers,
            steps=steps,
        )

        return comparison_ranking_item_drawn
