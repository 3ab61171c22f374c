from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ReportedComparisonRowsItemForecastType0")


@_attrs_define
class ReportedComparisonRowsItemForecastType0:
    """Its final loss at the peak of `forecast`. `isBest`: as near the least as the law tells."""

    high: float
    is_best: bool
    loss: float
    low: float

    def to_dict(self) -> dict[str, Any]:
        high = self.high

        is_best = self.is_best

        loss = self.loss

        low = self.low

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "high": high,
                "isBest": is_best,
                "loss": loss,
                "low": low,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        high = d.pop("high")

        is_best = d.pop("isBest")

        loss = d.pop("loss")

        low = d.pop("low")

        reported_comparison_rows_item_forecast_type_0 = cls(
            high=high,
            is_best=is_best,
            loss=loss,
            low=low,
        )

        return reported_comparison_rows_item_forecast_type_0
