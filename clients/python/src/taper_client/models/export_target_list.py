from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.export_target import ExportTarget


T = TypeVar("T", bound="ExportTargetList")


@_attrs_define
class ExportTargetList:
    """All targets, in one page."""

    items: list[ExportTarget]
    next_cursor: None

    def to_dict(self) -> dict[str, Any]:
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        next_cursor = self.next_cursor

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "items": items,
                "nextCursor": next_cursor,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.export_target import ExportTarget

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = ExportTarget.from_dict(items_item_data)

            items.append(items_item)

        next_cursor = d.pop("nextCursor")

        export_target_list = cls(
            items=items,
            next_cursor=next_cursor,
        )

        return export_target_list
