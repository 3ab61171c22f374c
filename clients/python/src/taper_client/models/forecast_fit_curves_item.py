from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ForecastFitCurvesItem")


@_attrs_define
class ForecastFitCurvesItem:
    non_finite: int
    """ NaN and infinities, left out. """
    received: int
    """ Losses of the curve. """
    used: int
    """ Fitted. """
    warmup: int
    """ In the warm-up or the first steps, left out. """

    def to_dict(self) -> dict[str, Any]:
        non_finite = self.non_finite

        received = self.received

        used = self.used

        warmup = self.warmup

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "nonFinite": non_finite,
                "received": received,
                "used": used,
                "warmup": warmup,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        non_finite = d.pop("nonFinite")

        received = d.pop("received")

        used = d.pop("used")

        warmup = d.pop("warmup")

        forecast_fit_curves_item = cls(
            non_finite=non_finite,
            received=received,
            used=used,
            warmup=warmup,
        )

        return forecast_fit_curves_item
