from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.non_finite import NonFinite, check_non_finite
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.comparison_ranking_item_drawn import ComparisonRankingItemDrawn


T = TypeVar("T", bound="ComparisonRankingItem")


@_attrs_define
class ComparisonRankingItem:
    t: int
    """ Number of steps up to the last multiplier above 0. Later norms do not count. """
    name: str
    optimal_bound: float | NonFinite
    """ Ω*, the bound at γ*. """
    optimal_rate: float | NonFinite
    """ γ*, the base learning rate (at multiplier 1) with the least bound. """
    ratio: float | NonFinite
    """ This bound over the best one, ≥ 1. """
    drawn: ComparisonRankingItemDrawn | Unset = UNSET
    """ Its multipliers at some steps, where `points` asks for them: the first, the last, the peak, and even ones
    between. """

    def to_dict(self) -> dict[str, Any]:
        t = self.t

        name = self.name

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

        ratio: float | str
        if isinstance(self.ratio, str):
            ratio = self.ratio
        else:
            ratio = self.ratio

        drawn: dict[str, Any] | Unset = UNSET
        if not isinstance(self.drawn, Unset):
            drawn = self.drawn.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "T": t,
                "name": name,
                "optimalBound": optimal_bound,
                "optimalRate": optimal_rate,
                "ratio": ratio,
            }
        )
        if drawn is not UNSET:
            field_dict["drawn"] = drawn

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.comparison_ranking_item_drawn import ComparisonRankingItemDrawn

        d = dict(src_dict)
        t = d.pop("T")

        name = d.pop("name")

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

        def _parse_ratio(data: object) -> float | NonFinite:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ratio_type_1 = check_non_finite(data)

                return ratio_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite, data)

        ratio = _parse_ratio(d.pop("ratio"))

        _drawn = d.pop("drawn", UNSET)
        drawn: ComparisonRankingItemDrawn | Unset
        if isinstance(_drawn, Unset):
            drawn = UNSET
        else:
            drawn = ComparisonRankingItemDrawn.from_dict(_drawn)

        comparison_ranking_item = cls(
            t=t,
            name=name,
            optimal_bound=optimal_bound,
            optimal_rate=optimal_rate,
            ratio=ratio,
            drawn=drawn,
        )

        return comparison_ranking_item
