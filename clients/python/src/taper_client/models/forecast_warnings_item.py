from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.forecast_warnings_item_code import (
    ForecastWarningsItemCode,
    check_forecast_warnings_item_code,
)

T = TypeVar("T", bound="ForecastWarningsItem")


@_attrs_define
class ForecastWarningsItem:
    code: ForecastWarningsItemCode
    """ no-decay: priors alone say what a decay gives. no-fall: the losses do not fall. poor-fit: the law misses
    them by far more than their scatter. non-finite: losses were left out. extrapolation: rates or sums beyond those
    seen. """
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
        code = check_forecast_warnings_item_code(d.pop("code"))

        detail = d.pop("detail")

        forecast_warnings_item = cls(
            code=code,
            detail=detail,
        )

        return forecast_warnings_item
