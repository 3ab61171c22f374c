from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.non_finite import NonFinite, check_non_finite
from ..models.uneven_series_name import UnevenSeriesName, check_uneven_series_name

T = TypeVar("T", bound="UnevenSeries")


@_attrs_define
class UnevenSeries:
    """Points at uneven steps, or fewer than two."""

    name: UnevenSeriesName
    steps: list[int]
    values: list[float | NonFinite]

    def to_dict(self) -> dict[str, Any]:
        name: str = self.name

        steps = self.steps

        values = []
        for values_item_data in self.values:
            values_item: float | str
            if isinstance(values_item_data, str):
                values_item = values_item_data
            else:
                values_item = values_item_data
            values.append(values_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "steps": steps,
                "values": values,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        name = check_uneven_series_name(d.pop("name"))

        steps = cast(list[int], d.pop("steps"))

        values = []
        _values = d.pop("values")
        for values_item_data in _values:

            def _parse_values_item(data: object) -> float | NonFinite:
                try:
                    if not isinstance(data, str):
                        raise TypeError()
                    componentsschemas_float_type_1 = check_non_finite(data)

                    return componentsschemas_float_type_1
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                return cast(float | NonFinite, data)

            values_item = _parse_values_item(values_item_data)

            values.append(values_item)

        uneven_series = cls(
            name=name,
            steps=steps,
            values=values,
        )

        return uneven_series
