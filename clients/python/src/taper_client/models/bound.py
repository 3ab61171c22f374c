from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.non_finite import NonFinite, check_non_finite
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.bound_terms import BoundTerms
    from ..models.bound_weighted import BoundWeighted


T = TypeVar("T", bound="Bound")


@_attrs_define
class Bound:
    """The general bound on the suboptimality of the last iterate."""

    t: int
    """ Number of steps up to the last multiplier above 0. Later norms do not count. """
    optimal_bound: float | NonFinite
    """ Ω*, the bound at γ*. """
    optimal_rate: float | NonFinite
    """ γ*, the base learning rate (at multiplier 1) with the least bound. """
    terms: BoundTerms
    """ The terms of the bound, at `peakLearningRate` if sent, else at γ*. """
    bound: float | NonFinite | Unset = UNSET
    """ The bound at `peakLearningRate`, if sent: the sum of the terms. """
    weighted: BoundWeighted | Unset = UNSET
    """ The bound of Theorem A. Only for schedules made from weights w: `linear` to 0, and closed-form refinements
    with as many steps as norms and no warmupFloor (a stored one while its run has the same norms). About half the
    general bound; do not compare the two. """

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

        terms = self.terms.to_dict()

        bound: float | str | Unset
        if isinstance(self.bound, Unset):
            bound = UNSET
        elif isinstance(self.bound, str):
            bound = self.bound
        else:
            bound = self.bound

        weighted: dict[str, Any] | Unset = UNSET
        if not isinstance(self.weighted, Unset):
            weighted = self.weighted.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "T": t,
                "optimalBound": optimal_bound,
                "optimalRate": optimal_rate,
                "terms": terms,
            }
        )
        if bound is not UNSET:
            field_dict["bound"] = bound
        if weighted is not UNSET:
            field_dict["weighted"] = weighted

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.bound_terms import BoundTerms
        from ..models.bound_weighted import BoundWeighted

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

        terms = BoundTerms.from_dict(d.pop("terms"))

        def _parse_bound(data: object) -> float | NonFinite | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                bound_type_1 = check_non_finite(data)

                return bound_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite | Unset, data)

        bound = _parse_bound(d.pop("bound", UNSET))

        _weighted = d.pop("weighted", UNSET)
        weighted: BoundWeighted | Unset
        if isinstance(_weighted, Unset):
            weighted = UNSET
        else:
            weighted = BoundWeighted.from_dict(_weighted)

        bound = cls(
            t=t,
            optimal_bound=optimal_bound,
            optimal_rate=optimal_rate,
            terms=terms,
            bound=bound,
            weighted=weighted,
        )

        return bound
