from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.non_finite import NonFinite, check_non_finite

T = TypeVar("T", bound="GradientNormSteps")


@_attrs_define
class GradientNormSteps:
    """Values with their steps."""

    steps: list[int]
    """ The step of each value, strictly increasing. """
    values: list[float | NonFinite]
    """ The norm at each step, as many as `steps`. """

    def to_dict(self) -> dict[str, Any]:
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
                "steps": steps,
                "values": values,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        steps = cast(list[int], d.pop("steps"))

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

        gradient_norm_steps = cls(
            steps=steps,
            values=values,
        )

        return gradient_norm_steps
