from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ReportedExportsTargetsItemTextType0")


@_attrs_define
class ReportedExportsTargetsItemTextType0:
    text: str

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "text": text,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        text = d.pop("text")

        reported_exports_targets_item_text_type_0 = cls(
            text=text,
        )

        return reported_exports_targets_item_text_type_0
