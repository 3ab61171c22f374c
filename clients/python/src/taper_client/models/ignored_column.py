from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="IgnoredColumn")


@_attrs_define
class IgnoredColumn:
    """A column with numbers that was not read."""

    points: int
    """ Numbers in it. """
    source: str
    """ The column, field or tag. """

    def to_dict(self) -> dict[str, Any]:
        points = self.points

        source = self.source

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "points": points,
                "source": source,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        points = d.pop("points")

        source = d.pop("source")

        ignored_column = cls(
            points=points,
            source=source,
        )

        return ignored_column
