from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="ForecastForecastsItemCurveType0")


@_attrs_define
class ForecastForecastsItemCurveType0:
    """The forecast from the end of the warm-up on, with its interval; null unless `points` asks for it."""

    high: list[float]
    losses: list[float]
    low: list[float]
    steps: list[int]

    def to_dict(self) -> dict[str, Any]:
        high = self.high

        losses = self.losses

        low = self.low

        steps = self.steps

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "high": high,
                "losses": losses,
                "low": low,
                "steps": steps,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        high = cast(list[float], d.pop("high"))

        losses = cast(list[float], d.pop("losses"))

        low = cast(list[float], d.pop("low"))

        steps = cast(list[int], d.pop("steps"))

        forecast_forecasts_item_curve_type_0 = cls(
            high=high,
            losses=losses,
            low=low,
            steps=steps,
        )

        return forecast_forecasts_item_curve_type_0
