from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="LogReportRefinementType1")


@_attrs_define
class LogReportRefinementType1:
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

        log_report_refinement_type_1 = cls(
            missing=missing,
        )

        return log_report_refinement_type_1
