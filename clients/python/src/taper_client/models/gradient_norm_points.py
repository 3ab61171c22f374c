from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.gradient_norm_point import GradientNormPoint


T = TypeVar("T", bound="GradientNormPoints")


@_attrs_define
class GradientNormPoints:
    """Points, each with its step."""

    points: list[GradientNormPoint]

    def to_dict(self) -> dict[str, Any]:
        points = []
        for points_item_data in self.points:
            points_item = points_item_data.to_dict()
            points.append(points_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "points": points,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.gradient_norm_point import GradientNormPoint

        d = dict(src_dict)
        points = []
        _points = d.pop("points")
        for points_item_data in _points:
            points_item = GradientNormPoint.from_dict(points_item_data)

            points.append(points_item)

        gradient_norm_points = cls(
            points=points,
        )

        return gradient_norm_points
