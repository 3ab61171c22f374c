from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.non_finite import NonFinite, check_non_finite

T = TypeVar("T", bound="GradientNormPoint")


@_attrs_define
class GradientNormPoint:
    """A gradient norm and its step."""

    step: int
    """ The optimizer step; strictly increasing. """
    value: float | NonFinite

    def to_dict(self) -> dict[str, Any]:
        step = self.step

        value: float | str
        if isinstance(self.value, str):
            value = self.value
        else:
            value = self.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "step": step,
                "value": value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        step = d.pop("step")

        def _parse_value(data: object) -> float | NonFinite:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                value_type_1 = check_non_finite(data)

                return value_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite, data)

        value = _parse_value(d.pop("value"))

        gradient_norm_point = cls(
            step=step,
            value=value,
        )

        return gradient_norm_point
