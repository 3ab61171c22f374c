from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.non_finite import NonFinite, check_non_finite

T = TypeVar("T", bound="GradientNormArrival")


@_attrs_define
class GradientNormArrival:
    """A point, in order of arrival."""

    current: bool
    """ False if superseded. """
    sequence: int
    """ Counts the points of the series in order of arrival. """
    step: int
    """ The step. """
    value: float | NonFinite
    """ A float64: a number, or a string where JSON has no number for it. """

    def to_dict(self) -> dict[str, Any]:
        current = self.current

        sequence = self.sequence

        step = self.step

        value: float | str
        if isinstance(self.value, str):
            value = self.value
        else:
            value = self.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "current": current,
                "sequence": sequence,
                "step": step,
                "value": value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        current = d.pop("current")

        sequence = d.pop("sequence")

        step = d.pop("step")

        def _parse_value(data: object) -> float | NonFinite:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                componentsschemas_float_type_1 = check_non_finite(data)

                return componentsschemas_float_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite, data)

        value = _parse_value(d.pop("value"))

        gradient_norm_arrival = cls(
            current=current,
            sequence=sequence,
            step=step,
            value=value,
        )

        return gradient_norm_arrival
