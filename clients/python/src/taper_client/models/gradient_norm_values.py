from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.non_finite import NonFinite, check_non_finite
from ..types import UNSET, Unset

T = TypeVar("T", bound="GradientNormValues")


@_attrs_define
class GradientNormValues:
    """Values at even steps."""

    values: list[float | NonFinite]
    """ Norms of successive points. """
    start_step: int | Unset = UNSET
    """ The step of the first value. """
    stride: int | Unset = UNSET
    """ Steps from one value to the next. Default: 1. """

    def to_dict(self) -> dict[str, Any]:
        values = []
        for values_item_data in self.values:
            values_item: float | str
            if isinstance(values_item_data, str):
                values_item = values_item_data
            else:
                values_item = values_item_data
            values.append(values_item)

        start_step = self.start_step

        stride = self.stride

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "values": values,
            }
        )
        if start_step is not UNSET:
            field_dict["startStep"] = start_step
        if stride is not UNSET:
            field_dict["stride"] = stride

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        values = []
        _values = d.pop("values")
        for values_item_data in _values:

            def _parse_values_item(data: object) -> float | NonFinite:
                try:
                    if not isinstance(data, str):
                        raise TypeError()
                    values_item_type_1 = check_non_finite(data)

                    return values_item_type_1
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                return cast(float | NonFinite, data)

            values_item = _parse_values_item(values_item_data)

            values.append(values_item)

        start_step = d.pop("startStep", UNSET)

        stride = d.pop("stride", UNSET)

        gradient_norm_values = cls(
            values=values,
            start_step=start_step,
            stride=stride,
        )

        return gradient_norm_values
