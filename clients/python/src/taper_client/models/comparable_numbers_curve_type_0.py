from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="ComparableNumbersCurveType0")


@_attrs_define
class ComparableNumbersCurveType0:
    """A curve for POST /v1/forecasts."""

    learning_rates: list[float | None]
    losses: list[float]
    steps: list[int]

    def to_dict(self) -> dict[str, Any]:
        learning_rates = []
        for learning_rates_item_data in self.learning_rates:
            learning_rates_item: float | None
            learning_rates_item = learning_rates_item_data
            learning_rates.append(learning_rates_item)

        losses = self.losses

        steps = self.steps

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "learningRates": learning_rates,
                "losses": losses,
                "steps": steps,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        learning_rates = []
        _learning_rates = d.pop("learningRates")
        for learning_rates_item_data in _learning_rates:

            def _parse_learning_rates_item(data: object) -> float | None:
                if data is None:
                    return data
                return cast(float | None, data)

            learning_rates_item = _parse_learning_rates_item(learning_rates_item_data)

            learning_rates.append(learning_rates_item)

        losses = cast(list[float], d.pop("losses"))

        steps = cast(list[int], d.pop("steps"))

        comparable_numbers_curve_type_0 = cls(
            learning_rates=learning_rates,
            losses=losses,
            steps=steps,
        )

        return comparable_numbers_curve_type_0
