from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.non_finite import NonFinite, check_non_finite

T = TypeVar("T", bound="Probe")


@_attrs_define
class Probe:
    """What d says of the peak learning rate."""

    detail: str
    """ The sentence to act on. """
    distance: float | NonFinite
    """ Median of d over the last third. """
    from_step: int
    """ Where the last third begins. """
    growth: float | NonFinite
    """ Growth of d over the last third, as a fraction in 100 steps. """
    is_settled: bool
    """ Whether d grows by less than 1 % in 100 steps. """
    peak_learning_rate: float | None
    to_step: int
    """ The last step with a value. """

    def to_dict(self) -> dict[str, Any]:
        detail = self.detail

        distance: float | str
        if isinstance(self.distance, str):
            distance = self.distance
        else:
            distance = self.distance

        from_step = self.from_step

        growth: float | str
        if isinstance(self.growth, str):
            growth = self.growth
        else:
            growth = self.growth

        is_settled = self.is_settled

        peak_learning_rate: float | None
        peak_learning_rate = self.peak_learning_rate

        to_step = self.to_step

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "detail": detail,
                "distance": distance,
                "fromStep": from_step,
                "growth": growth,
                "isSettled": is_settled,
                "peakLearningRate": peak_learning_rate,
                "toStep": to_step,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        detail = d.pop("detail")

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

        from_step = d.pop("fromStep")

        def _parse_growth(data: object) -> float | NonFinite:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                growth_type_1 = check_non_finite(data)

                return growth_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite, data)

        growth = _parse_growth(d.pop("growth"))

        is_settled = d.pop("isSettled")

        def _parse_peak_learning_rate(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        peak_learning_rate = _parse_peak_learning_rate(d.pop("peakLearningRate"))

        to_step = d.pop("toStep")

        probe = cls(
            detail=detail,
            distance=distance,
            from_step=from_step,
            growth=growth,
            is_settled=is_settled,
            peak_learning_rate=peak_learning_rate,
            to_step=to_step,
        )

        return probe
