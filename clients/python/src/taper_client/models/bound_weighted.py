from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.non_finite import NonFinite, check_non_finite

T = TypeVar("T", bound="BoundWeighted")


@_attrs_define
class BoundWeighted:
    """The bound of Theorem A. Only for schedules made from weights w: `linear` to 0, and closed-form refinements with as
    many steps as norms and no warmupFloor (a stored one while its run has the same norms). About half the general
    bound; do not compare the two.

    """

    t: int
    """ The number of weights, including the last. """
    optimal_bound: float | NonFinite
    """ D·√Σw²g²/Σw. """
    optimal_rate: float | NonFinite
    """ The base learning rate (at multiplier 1) with the least bound. """

    def to_dict(self) -> dict[str, Any]:
        t = self.t

        optimal_bound: float | str
        if isinstance(self.optimal_bound, str):
            optimal_bound = self.optimal_bound
        else:
            optimal_bound = self.optimal_bound

        optimal_rate: float | str
        if isinstance(self.optimal_rate, str):
            optimal_rate = self.optimal_rate
        else:
            optimal_rate = self.optimal_rate

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "T": t,
                "optimalBound": optimal_bound,
                "optimalRate": optimal_rate,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        t = d.pop("T")

        def _parse_optimal_bound(data: object) -> float | NonFinite:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                optimal_bound_type_1 = check_non_finite(data)

                return optimal_bound_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite, data)

        optimal_bound = _parse_optimal_bound(d.pop("optimalBound"))

        def _parse_optimal_rate(data: object) -> float | NonFinite:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                optimal_rate_type_1 = check_non_finite(data)

                return optimal_rate_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite, data)

        optimal_rate = _parse_optimal_rate(d.pop("optimalRate"))

        bound_weighted = cls(
            t=t,
            optimal_bound=optimal_bound,
            optimal_rate=optimal_rate,
        )

        return bound_weighted
