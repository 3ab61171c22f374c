from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.best_peak_at_edge_type_0 import (
    BestPeakAtEdgeType0,
    check_best_peak_at_edge_type_0,
)

if TYPE_CHECKING:
    from ..models.best_peak_best_type_0 import BestPeakBestType0
    from ..models.best_peak_fit_type_0 import BestPeakFitType0
    from ..models.best_peak_horizon_type_0 import BestPeakHorizonType0
    from ..models.best_peak_runs_item import BestPeakRunsItem
    from ..models.best_peak_warnings_item import BestPeakWarningsItem


T = TypeVar("T", bound="BestPeak")


@_attrs_define
class BestPeak:
    """The best peak learning rate of runs with different ones."""

    at_edge: BestPeakAtEdgeType0 | None
    best: BestPeakBestType0 | None
    detail: str
    """ What to do, in a sentence. """
    diverged: int
    """ Runs whose loss is not finite. """
    fit: BestPeakFitType0 | None
    horizon: BestPeakHorizonType0 | None
    runs: list[BestPeakRunsItem]
    """ What was read of each run. """
    try_: list[float]
    """ Peaks to try next, the most useful first. """
    warnings: list[BestPeakWarningsItem]

    def to_dict(self) -> dict[str, Any]:
        from ..models.best_peak_best_type_0 import BestPeakBestType0
        from ..models.best_peak_fit_type_0 import BestPeakFitType0
        from ..models.best_peak_horizon_type_0 import BestPeakHorizonType0

        at_edge: None | str
        if isinstance(self.at_edge, str):
            at_edge = self.at_edge
        else:
            at_edge = self.at_edge

        best: dict[str, Any] | None
        if isinstance(self.best, BestPeakBestType0):
            best = self.best.to_dict()
        else:
            best = self.best

        detail = self.detail

        diverged = self.diverged

        fit: dict[str, Any] | None
        if isinstance(self.fit, BestPeakFitType0):
            fit = self.fit.to_dict()
        else:
            fit = self.fit

        horizon: dict[str, Any] | None
        if isinstance(self.horizon, BestPeakHorizonType0):
            horizon = self.horizon.to_dict()
        else:
            horizon = self.horizon

        runs = []
        for runs_item_data in self.runs:
            runs_item = runs_item_data.to_dict()
            runs.append(runs_item)

        try_ = self.try_

        warnings = []
        for warnings_item_data in self.warnings:
            warnings_item = warnings_item_data.to_dict()
            warnings.append(warnings_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "atEdge": at_edge,
                "best": best,
                "detail": detail,
                "diverged": diverged,
                "fit": fit,
                "horizon": horizon,
                "runs": runs,
                "try": try_,
                "warnings": warnings,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.best_peak_best_type_0 import BestPeakBestType0
        from ..models.best_peak_fit_type_0 import BestPeakFitType0
        from ..models.best_peak_horizon_type_0 import BestPeakHorizonType0
        from ..models.best_peak_runs_item import BestPeakRunsItem
        from ..models.best_peak_warnings_item import BestPeakWarningsItem

        d = dict(src_dict)

        def _parse_at_edge(data: object) -> BestPeakAtEdgeType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                at_edge_type_0 = check_best_peak_at_edge_type_0(data)

                return at_edge_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(BestPeakAtEdgeType0 | None, data)

        at_edge = _parse_at_edge(d.pop("atEdge"))

        def _parse_best(data: object) -> BestPeakBestType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                best_type_0 = BestPeakBestType0.from_dict(data)

                return best_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(BestPeakBestType0 | None, data)

        best = _parse_best(d.pop("best"))

        detail = d.pop("detail")

        diverged = d.pop("diverged")

        def _parse_fit(data: object) -> BestPeakFitType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                fit_type_0 = BestPeakFitType0.from_dict(data)

                return fit_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(BestPeakFitType0 | None, data)

        fit = _parse_fit(d.pop("fit"))

        def _parse_horizon(data: object) -> BestPeakHorizonType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                horizon_type_0 = BestPeakHorizonType0.from_dict(data)

                return horizon_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(BestPeakHorizonType0 | None, data)

        horizon = _parse_horizon(d.pop("horizon"))

        runs = []
        _runs = d.pop("runs")
        for runs_item_data in _runs:
            runs_item = BestPeakRunsItem.from_dict(runs_item_data)

            runs.append(runs_item)

        try_ = cast(list[float], d.pop("try"))

        warnings = []
        _warnings = d.pop("warnings")
        for warnings_item_data in _warnings:
            warnings_item = BestPeakWarningsItem.from_dict(warnings_item_data)

            warnings.append(warnings_item)

        best_peak = cls(
            at_edge=at_edge,
            best=best,
            detail=detail,
            diverged=diverged,
            fit=fit,
            horizon=horizon,
            runs=runs,
            try_=try_,
            warnings=warnings,
        )

        return best_peak
