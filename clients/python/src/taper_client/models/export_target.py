from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.export_target_asks_item import (
    ExportTargetAsksItem,
    check_export_target_asks_item,
)
from ..models.export_target_forms_item import (
    ExportTargetFormsItem,
    check_export_target_forms_item,
)

T = TypeVar("T", bound="ExportTarget")


@_attrs_define
class ExportTarget:
    """A framework or format that a schedule can be exported to."""

    asks: list[ExportTargetAsksItem]
    """ Parameters of the query that this target alone takes. """
    file_name: str
    forms: list[ExportTargetFormsItem]
    """ The forms to choose from. Empty if the file has only settings. """
    href: str
    """ The path of the export. """
    media_type: str
    name: str
    title: str
    usage: str
    """ How to use the file. """

    def to_dict(self) -> dict[str, Any]:
        asks = []
        for asks_item_data in self.asks:
            asks_item: str = asks_item_data
            asks.append(asks_item)

        file_name = self.file_name

        forms = []
        for forms_item_data in self.forms:
            forms_item: str = forms_item_data
            forms.append(forms_item)

        href = self.href

        media_type = self.media_type

        name = self.name

        title = self.title

        usage = self.usage

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "asks": asks,
                "fileName": file_name,
                "forms": forms,
                "href": href,
                "mediaType": media_type,
                "name": name,
                "title": title,
                "usage": usage,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        asks = []
        _asks = d.pop("asks")
        for asks_item_data in _asks:
            asks_item = check_export_target_asks_item(asks_item_data)

            asks.append(asks_item)

        file_name = d.pop("fileName")

        forms = []
        _forms = d.pop("forms")
        for forms_item_data in _forms:
            forms_item = check_export_target_forms_item(forms_item_data)

            forms.append(forms_item)

        href = d.pop("href")

        media_type = d.pop("mediaType")

        name = d.pop("name")

        title = d.pop("title")

        usage = d.pop("usage")

        export_target = cls(
            asks=asks,
            file_name=file_name,
            forms=forms,
            href=href,
            media_type=media_type,
            name=name,
            title=title,
            usage=usage,
        )

        return export_target
