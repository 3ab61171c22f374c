from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="RetentionUpdate")


@_attrs_define
class RetentionUpdate:
    """How long a project keeps superseded points."""

    superseded_days: int | None

    def to_dict(self) -> dict[str, Any]:
        superseded_days: int | None
        superseded_days = self.superseded_days

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "supersededDays": superseded_days,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_superseded_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        superseded_days = _parse_superseded_days(d.pop("supersededDays"))

        retention_update = cls(
            superseded_days=superseded_days,
        )

        return retention_update
