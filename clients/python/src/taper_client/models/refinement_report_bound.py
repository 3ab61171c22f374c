from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.non_finite import NonFinite, check_non_finite

T = TypeVar("T", bound="RefinementReportBound")


@_attrs_define
class RefinementReportBound:
    """With presets paper and reference the bounds of the theorem for schedules made of weights, and a gain of at least 1.
    With preset robust the general bounds of the answered schedule and of linear decay on the filtered norms, each at
    its best rate. Do not compare bounds of different presets.

    """

    gain: float | NonFinite
    """ linear/refined: a property of these norms, never a forecast of the next run. """
    linear: float | NonFinite
    """ The same for linear decay. """
    refined: float | NonFinite
    """ Bound on the final suboptimality with this schedule, for distance 1. """

    def to_dict(self) -> dict[str, Any]:
        gain: float | str
        if isinstance(self.gain, str):
            gain = self.gain
        else:
            gain = self.gain

        linear: float | str
        if isinstance(self.linear, str):
            linear = self.linear
        else:
            linear = self.linear

        refined: float | str
        if isinstance(self.refined, str):
            refined = self.refined
        else:
            refined = self.refined

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "gain": gain,
                "linear": linear,
                "refined": refined,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_gain(data: object) -> float | NonFinite:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                gain_type_1 = check_non_finite(data)

                return gain_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite, data)

        gain = _parse_gain(d.pop("gain"))

        def _parse_linear(data: object) -> float | NonFinite:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                linear_type_1 = check_non_finite(data)

                return linear_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite, data)

        linear = _parse_linear(d.pop("linear"))

        def _parse_refined(data: object) -> float | NonFinite:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                refined_type_1 = check_non_finite(data)

                return refined_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite, data)

        refined = _parse_refined(d.pop("refined"))

        refinement_report_bound = cls(
            gain=gain,
            linear=linear,
            refined=refined,
        )

        return refinement_report_bound
