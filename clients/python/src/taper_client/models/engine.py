from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.engine_name import EngineName, check_engine_name
from ..models.engine_precisions_item import (
    EnginePrecisionsItem,
    check_engine_precisions_item,
)

T = TypeVar("T", bound="Engine")


@_attrs_define
class Engine:
    """A compute engine."""

    device: str
    library: None | str
    name: EngineName
    precisions: list[EnginePrecisionsItem]

    def to_dict(self) -> dict[str, Any]:
        device = self.device

        library: None | str
        library = self.library

        name: str = self.name

        precisions = []
        for precisions_item_data in self.precisions:
            precisions_item: str = precisions_item_data
            precisions.append(precisions_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "device": device,
                "library": library,
                "name": name,
                "precisions": precisions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        device = d.pop("device")

        def _parse_library(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        library = _parse_library(d.pop("library"))

        name = check_engine_name(d.pop("name"))

        precisions = []
        _precisions = d.pop("precisions")
        for precisions_item_data in _precisions:
            precisions_item = check_engine_precisions_item(precisions_item_data)

            precisions.append(precisions_item)

        engine = cls(
            device=device,
            library=library,
            name=name,
            precisions=precisions,
        )

        return engine
