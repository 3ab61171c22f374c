from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.best_peak_warnings_item_code import (
    BestPeakWarningsItemCode,
    check_best_peak_warnings_item_code,
)

T = TypeVar("T", bound="BestPeakWarningsItem")


@_attrs_define
class BestPeakWarningsItem:
    """unfinished: a run has not reached its end."""

    code: BestPeakWarningsItemCode
    detail: str

    def to_dict(self) -> dict[str, Any]:
        code: str = self.code

        detail = self.detail

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "detail": detail,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        code = check_best_peak_warnings_item_code(d.pop("code"))

        detail = d.pop("detail")

        best_peak_warnings_item = cls(
            code=code,
            detail=detail,
        )

        return best_peak_warnings_item
