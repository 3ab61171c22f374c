from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.reported_series_name import ReportedSeriesName, check_reported_series_name

T = TypeVar("T", bound="ReportedSeries")


@_attrs_define
class ReportedSeries:
    """A series of a log, as it is drawn."""

    first_step: int
    high: list[float | None]
    last_step: int
    low: list[float | None]
    name: ReportedSeriesName
    non_finite: int
    """ Of those: NaN and infinities. """
    points: int
    """ Points of the log. """
    source: None | str
    steps: list[float]

    def to_dict(self) -> dict[str, Any]:
        first_step = self.first_step

        high = []
        for high_item_data in self.high:
            high_item: float | None
            high_item = high_item_data
            high.append(high_item)

        last_step = self.last_step

        low = []
        for low_item_data in self.low:
            low_item: float | None
            low_item = low_item_data
            low.append(low_item)

        name: str = self.name

        non_finite = self.non_finite

        points = self.points

        source: None | str
        source = self.source

        steps = self.steps

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "firstStep": first_step,
                "high": high,
                "lastStep": last_step,
                "low": low,
                "name": name,
                "nonFinite": non_finite,
                "points": points,
                "source": source,
                "steps": steps,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        first_step = d.pop("firstStep")

        high = []
        _high = d.pop("high")
        for high_item_data in _high:

            def _parse_high_item(data: object) -> float | None:
                if data is None:
                    return data
                return cast(float | None, data)

            high_item = _parse_high_item(high_item_data)

            high.append(high_item)

        last_step = d.pop("lastStep")

        low = []
        _low = d.pop("low")
        for low_item_data in _low:

            def _parse_low_item(data: object) -> float | None:
                if data is None:
                    return data
                return cast(float | None, data)

            low_item = _parse_low_item(low_item_data)

            low.append(low_item)

        name = check_reported_series_name(d.pop("name"))

        non_finite = d.pop("nonFinite")

        points = d.pop("points")

        def _parse_source(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        source = _parse_source(d.pop("source"))

        steps = cast(list[float], d.pop("steps"))

        reported_series = cls(
            first_step=first_step,
            high=high,
            last_step=last_step,
            low=low,
            name=name,
            non_finite=non_finite,
            points=points,
            source=source,
            steps=steps,
        )

        return reported_series
