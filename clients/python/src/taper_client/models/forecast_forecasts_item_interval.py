from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ForecastForecastsItemInterval")


@_attrs_define
class ForecastForecastsItemInterval:
    """Holds the loss, smoothed over some steps, in 90 of 100 cases: uncertain parameters, scatter of blocks, spread of the
    laws, and how far laws erred on other schedules.

    """

    high: float
    """ Upper end. """
    low: float
    """ Lower end. """

    def to_dict(self) -> dict[str, Any]:
        high = self.high

        low = self.low

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "high": high,
                "low": low,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        high = d.pop("high")

        low = d.pop("low")

        forecast_forecasts_item_interval = cls(
            high=high,
            low=low,
        )

        return forecast_forecasts_item_interval
