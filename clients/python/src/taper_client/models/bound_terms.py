from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.non_finite import NonFinite, check_non_finite

T = TypeVar("T", bound="BoundTerms")


@_attrs_define
class BoundTerms:
    """The terms of the bound, at `peakLearningRate` if sent, else at γ*."""

    distance: float | NonFinite
    """ D²/(2γΣm). """
    last_iterate: float | NonFinite
    """ The cost of returning the last iterate instead of the average. """
    steps: float | NonFinite
    """ γΣm²g²/(2Σm). """

    def to_dict(self) -> dict[str, Any]:
        distance: float | str
        if isinstance(self.distance, str):
            distance = self.distance
        else:
            distance = self.distance

        last_iterate: float | str
        if isinstance(self.last_iterate, str):
            last_iterate = self.last_iterate
        else:
            last_iterate = self.last_iterate

        steps: float | str
        if isinstance(self.steps, str):
            steps = self.steps
        else:
            steps = self.steps

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "distance": distance,
                "lastIterate": last_iterate,
                "steps": steps,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_distance(data: object) -> float | NonFinite:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                distance_type_1 = check_non_finite(data)

                return distance_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite, data)

        distance = _parse_distance(d.pop("distance"))

        def _parse_last_iterate(data: object) -> float | NonFinite:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_iterate_type_1 = check_non_finite(data)

                return last_iterate_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite, data)

        last_iterate = _parse_last_iterate(d.pop("lastIterate"))

        def _parse_steps(data: object) -> float | NonFinite:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                steps_type_1 = check_non_finite(data)

                return steps_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite, data)

        steps = _parse_steps(d.pop("steps"))

        bound_terms = cls(
            distance=distance,
            last_iterate=last_iterate,
            steps=steps,
        )

        return bound_terms
