from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.even_series_name import EvenSeriesName, check_even_series_name
from ..models.non_finite import NonFinite, check_non_finite

T = TypeVar("T", bound="EvenSeries")


@_attrs_define
class EvenSeries:
    """Points at even steps."""

    name: EvenSeriesName
    start_step: int
    """ The step of the first value. """
    stride: int
    """ Steps from one value to the next. Default: 1. """
    values: list[float | NonFinite]

    def to_dict(self) -> dict[str, Any]:
        name: str = self.name

        start_step = self.start_step

        stride = self.stride

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
                "startStep": start_step,
                "stride": stride,
                "values": values,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        name = check_even_series_name(d.pop("name"))

        start_step = d.pop("startStep")

        stride = d.pop("stride")

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

        even_series = cls(
            name=name,
            start_step=start_step,
            stride=stride,
            values=values,
        )

        return even_series
