from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.version_absent_engines_item_name import (
    VersionAbsentEnginesItemName,
    check_version_absent_engines_item_name,
)

T = TypeVar("T", bound="VersionAbsentEnginesItem")


@_attrs_define
class VersionAbsentEnginesItem:
    name: VersionAbsentEnginesItemName
    reason: str

    def to_dict(self) -> dict[str, Any]:
        name: str = self.name

        reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        name = check_version_absent_engines_item_name(d.pop("name"))

        reason = d.pop("reason")

        version_absent_engines_item = cls(
            name=name,
            reason=reason,
        )

        return version_absent_engines_item
