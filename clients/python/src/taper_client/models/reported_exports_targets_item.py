from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.reported_exports_targets_item_text_type_0 import (
        ReportedExportsTargetsItemTextType0,
    )
    from ..models.reported_exports_targets_item_text_type_1 import (
        ReportedExportsTargetsItemTextType1,
    )


T = TypeVar("T", bound="ReportedExportsTargetsItem")


@_attrs_define
class ReportedExportsTargetsItem:
    file_name: str
    name: str
    text: ReportedExportsTargetsItemTextType0 | ReportedExportsTargetsItemTextType1
    title: str
    usage: str

    def to_dict(self) -> dict[str, Any]:
        from ..models.reported_exports_targets_item_text_type_0 import (
            ReportedExportsTargetsItemTextType0,
        )

        file_name = self.file_name

        name = self.name

        text: dict[str, Any]
        if isinstance(self.text, ReportedExportsTargetsItemTextType0):
            text = self.text.to_dict()
        else:
            text = self.text.to_dict()

        title = self.title

        usage = self.usage

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "fileName": file_name,
                "name": name,
                "text": text,
                "title": title,
                "usage": usage,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.reported_exports_targets_item_text_type_0 import (
            ReportedExportsTargetsItemTextType0,
        )
        from ..models.reported_exports_targets_item_text_type_1 import (
            ReportedExportsTargetsItemTextType1,
        )

        d = dict(src_dict)
        file_name = d.pop("fileName")

        name = d.pop("name")

        def _parse_text(
            data: object,
        ) -> ReportedExportsTargetsItemTextType0 | ReportedExportsTargetsItemTextType1:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                text_type_0 = ReportedExportsTargetsItemTextType0.from_dict(data)

                return text_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            text_type_1 = ReportedExportsTargetsItemTextType1.from_dict(data)

            return text_type_1

        text = _parse_text(d.pop("text"))

        title = d.pop("title")

        usage = d.pop("usage")

        reported_exports_targets_item = cls(
            file_name=file_name,
            name=name,
            text=text,
            title=title,
            usage=usage,
        )

        return reported_exports_targets_item
