from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="DrawnLine")


@_attrs_define
class DrawnLine:
    """A line as a chart of 600 columns shows it: the smallest and largest value of each; null where there is none."""

    high: list[float | None]
    low: list[float | None]
    steps: list[float]

    def to_dict(self) -> dict[str, Any]:
        high = []
        for high_item_data in self.high:
            high_item: float | None
            high_item = high_item_data
            high.append(high_item)

        low = []
        for low_item_data in self.low:
            low_item: float | None
            low_item = low_item_data
            low.append(low_item)

        steps = self.steps

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "high": high,
                "low": low,
                "steps": steps,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        high = []
        _high = d.pop("high")
        for high_item_data in _high:

            def _parse_high_item(data: object) -> float | None:
                if data is None:
                    return data
                return cast(float | None, data)

            high_item = _parse_high_item(high_item_data)

            high.append(high_item)

        low = []
        _low = d.pop("low")
        for low_item_data in _low:

            def _parse_low_item(data: object) -> float | None:
                if data is None:
                    return data
                return cast(float | None, data)

            low_item = _parse_low_item(low_item_data)

            low.append(low_item)

        steps = cast(list[float], d.pop("steps"))

        drawn_line = cls(
            high=high,
            low=low,
            steps=steps,
        )

        return drawn_line
