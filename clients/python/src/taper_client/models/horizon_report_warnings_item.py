from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.horizon_report_warnings_item_code import (
    HorizonReportWarningsItemCode,
    check_horizon_report_warnings_item_code,
)

T = TypeVar("T", bound="HorizonReportWarningsItem")


@_attrs_define
class HorizonReportWarningsItem:
    """not-met: no choice keeps the optimal rate of the old schedule. already-past: the new cooldown begins in the past.
    rest-zero: every multiplier still to come is 0. peak-unknown: multiply your peak learning rate by `peakFactor`.

    """

    code: HorizonReportWarningsItemCode
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
        code = check_horizon_report_warnings_item_code(d.pop("code"))

        detail = d.pop("detail")

        horizon_report_warnings_item = cls(
            code=code,
            detail=detail,
        )

        return horizon_report_warnings_item
