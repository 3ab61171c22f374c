from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.operation import Operation


T = TypeVar("T", bound="OperationList")


@_attrs_define
class OperationList:
    """Operations, newest first."""

    items: list[Operation]
    next_cursor: None
    """ The list has one page. """

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
        from ..models.operation import Operation

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = Operation.from_dict(items_item_data)

            items.append(items_item)

        next_cursor = d.pop("nextCursor")

        operation_list = cls(
            items=items,
            next_cursor=next_cursor,
        )

        return operation_list
