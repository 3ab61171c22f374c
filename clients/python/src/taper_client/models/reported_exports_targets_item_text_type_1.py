from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ReportedExportsTargetsItemTextType1")


@_attrs_define
class ReportedExportsTargetsItemTextType1:
    missing: str
    """ Why it is not there. """

    def to_dict(self) -> dict[str, Any]:
        missing = self.missing

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "missing": missing,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        missing = d.pop("missing")

        reported_exports_targets_item_text_type_1 = cls(
            missing=missing,
        )

        return reported_exports_targets_item_text_type_1
