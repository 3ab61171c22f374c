from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.forecast_request_law import ForecastRequestLaw, check_forecast_request_law
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.forecast_candidate import ForecastCandidate
    from ..models.forecast_curve import ForecastCurve
    from ..models.forecast_request_branches import ForecastRequestBranches
    from ..models.forecast_request_search import ForecastRequestSearch


T = TypeVar("T", bound="ForecastRequest")


@_attrs_define
class ForecastRequest:
    """Runs to learn from, and schedules to forecast."""

    curves: list[ForecastCurve]
    """ Runs of one model and data, fitted together. The first that has not ended is `self`. """
    branches: ForecastRequestBranches | Unset = UNSET
    """ Cooldowns from a step of `self`, else of the first curve: every shape over every length. """
    candidates: list[ForecastCandidate] | Unset = UNSET
    """ Schedules to forecast. """
    law: ForecastRequestLaw | Unset = UNSET
    """ Which law is fitted. auto: multi-power where no decay of the rate was seen; else bound-power for runs below
    10000 steps, annealing-momentum for one longer run, multi-power for several. annealing-momentum: L = L0 +
    A·S1^−α − C·S2; S1 = Σ η, S2 = Σ m, m_i = λ·m_{i−1} + (η_{i−1} − η_i), λ = 0.999. multi-power: L = L0 + A·S^−α −
    B·Σ_k (η_{k−1} − η_k)·(1 − (1 + C·η_k^−γ·S_k)^−β); S = Σ η, S_k = Σ_{τ ≥ k} η; β = 0.6, γ = 0.65. bound-power: L
    = L0 + A·(Σ η)^−α + B·N; N = Σ η²/(2Σ η) + ½ Σ_{k<t} η_k·Q_k/(S_k·S_{k+1}), S_k = Σ_{τ ≥ k} η, Q_k = Σ_{τ ≥ k}
    η². """
    points: int | Unset = 0
    """ Points of each forecast curve in the answer. """
    search: ForecastRequestSearch | Unset = UNSET
    """ Searches cooldowns, shapes and floors for the least loss; `{}` takes all defaults. """
    steps: int | Unset = UNSET
    """ Length of the candidates. Default: their own, else that of the longest curve. """

    def to_dict(self) -> dict[str, Any]:
        curves = []
        for curves_item_data in self.curves:
            curves_item = curves_item_data.to_dict()
            curves.append(curves_item)

        branches: dict[str, Any] | Unset = UNSET
        if not isinstance(self.branches, Unset):
            branches = self.branches.to_dict()

        candidates: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.candidates, Unset):
            candidates = []
            for candidates_item_data in self.candidates:
                candidates_item = candidates_item_data.to_dict()
                candidates.append(candidates_item)

        law: str | Unset = UNSET
        if not isinstance(self.law, Unset):
            law = self.law

        points = self.points

        search: dict[str, Any] | Unset = UNSET
        if not isinstance(self.search, Unset):
            search = self.search.to_dict()

        steps = self.steps

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "curves": curves,
            }
        )
        if branches is not UNSET:
            field_dict["branches"] = branches
        if candidates is not UNSET:
            field_dict["candidates"] = candidates
        if law is not UNSET:
            field_dict["law"] = law
        if points is not UNSET:
            field_dict["points"] = points
        if search is not UNSET:
            field_dict["search"] = search
        if steps is not UNSET:
            field_dict["steps"] = steps

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.forecast_candidate import ForecastCandidate
        from ..models.forecast_curve import ForecastCurve
        from ..models.forecast_request_branches import ForecastRequestBranches
        from ..models.forecast_request_search import ForecastRequestSearch

        d = dict(src_dict)
        curves = []
        _curves = d.pop("curves")
        for curves_item_data in _curves:
            curves_item = ForecastCurve.from_dict(curves_item_data)

            curves.append(curves_item)

        _branches = d.pop("branches", UNSET)
        branches: ForecastRequestBranches | Unset
        if isinstance(_branches, Unset):
            branches = UNSET
        else:
            branches = ForecastRequestBranches.from_dict(_branches)

        _candidates = d.pop("candidates", UNSET)
        candidates: list[ForecastCandidate] | Unset = UNSET
        if _candidates is not UNSET:
            candidates = []
            for candidates_item_data in _candidates:
                candidates_item = ForecastCandidate.from_dict(candidates_item_data)

                candidates.append(candidates_item)

        _law = d.pop("law", UNSET)
        law: ForecastRequestLaw | Unset
        if isinstance(_law, Unset):
            law = UNSET
        else:
            law = check_forecast_request_law(_law)

        points = d.pop("points", UNSET)

        _search = d.pop("search", UNSET)
        search: ForecastRequestSearch | Unset
        if isinstance(_search, Unset):
            search = UNSET
        else:
            search = ForecastRequestSearch.from_dict(_search)

        steps = d.pop("steps", UNSET)

        forecast_request = cls(
            curves=curves,
            branches=branches,
            candidates=candidates,
            law=law,
            points=points,
            search=search,
            steps=steps,
        )

        return forecast_request
