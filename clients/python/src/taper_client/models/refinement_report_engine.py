from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="RefinementReportEngine")


@_attrs_define
class RefinementReportEngine:
    """What computed it."""

    device: str
    library: None | str
    name: str
    precision: str

    def to_dict(self) -> dict[str, Any]:
        device = self.device

        library: None | str
        library = self.library

        name = self.name

        precision = self.precision

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "device": device,
                "library": library,
                "name": name,
                "precision": precision,
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

        name = d.pop("name")

        precision = d.pop("precision")

        refinement_report_engine = cls(
            device=device,
            library=library,
            name=name,
            precision=precision,
        )

        return refinement_report_engine
