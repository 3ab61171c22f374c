from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.non_finite import NonFinite, check_non_finite

T = TypeVar("T", bound="OptimizerTensor")


@_attrs_define
class OptimizerTensor:
    """A tensor: its shape and values."""

    shape: list[int]
    """ Sizes of the dimensions; [] for a scalar. """
    values: list[float | NonFinite]
    """ Row-major, as many as the product of the shape. """

    def to_dict(self) -> dict[str, Any]:
        shape = self.shape

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
                "shape": shape,
                "values": values,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        shape = cast(list[int], d.pop("shape"))

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

        optimizer_tensor = cls(
            shape=shape,
            values=values,
        )

        return optimizer_tensor
