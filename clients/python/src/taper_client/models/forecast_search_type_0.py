from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.forecast_search_type_0_at_own_peak_item import (
        ForecastSearchType0AtOwnPeakItem,
    )
    from ..models.forecast_search_type_0_at_peak_item import (
        ForecastSearchType0AtPeakItem,
    )


T = TypeVar("T", bound="ForecastSearchType0")


@_attrs_define
class ForecastSearchType0:
    """The best schedules; null unless asked for."""

    apart: float
    """ How far the three are apart. """
    at_own_peak: list[ForecastSearchType0AtOwnPeakItem]
    """ Another question: three by the general bound on constant norms, each shape at its own best peak. No forecast
    of a loss. """
    at_peak: list[ForecastSearchType0AtPeakItem]
    """ The best cooldown and floor of each shape at the given peak, by the law; the three best of these. """
    detail: str
    """ What the difference means, in words. """
    is_more_than_seeds: bool
    """ Whether `apart` is more than that, and more than `fit.rmse`. """
    peak_learning_rate: float
    """ The given peak. """
    seeds: float
    """ How far two seeds are apart at least: √2 times the scatter of block medians around their trend. """
    steps: int
    """ Length of the training. """
    tried: int
    """ Schedules that were tried. """
    warmup: int
    """ Steps of the warm-up. """

    def to_dict(self) -> dict[str, Any]:
        apart = self.apart

        at_own_peak = []
        for at_own_peak_item_data in self.at_own_peak:
            at_own_peak_item = at_own_peak_item_data.to_dict()
            at_own_peak.append(at_own_peak_item)

        at_peak = []
        for at_peak_item_data in self.at_peak:
            at_peak_item = at_peak_item_data.to_dict()
            at_peak.append(at_peak_item)

        detail = self.detail

        is_more_than_seeds = self.is_more_than_seeds

        peak_learning_rate = self.peak_learning_rate

        seeds = self.seeds

        steps = self.steps

        tried = self.tried

        warmup = self.warmup

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "apart": apart,
                "atOwnPeak": at_own_peak,
                "atPeak": at_peak,
                "detail": detail,
                "isMoreThanSeeds": is_more_than_seeds,
                "peakLearningRate": peak_learning_rate,
                "seeds": seeds,
                "steps": steps,
                "tried": tried,
                "warmup": warmup,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.forecast_search_type_0_at_own_peak_item import (
            ForecastSearchType0AtOwnPeakItem,
        )
        from ..models.forecast_search_type_0_at_peak_item import (
            ForecastSearchType0AtPeakItem,
        )

        d = dict(src_dict)
        apart = d.pop("apart")

        at_own_peak = []
        _at_own_peak = d.pop("atOwnPeak")
        for at_own_peak_item_data in _at_own_peak:
            at_own_peak_item = ForecastSearchType0AtOwnPeakItem.from_dict(
                at_own_peak_item_data
            )

            at_own_peak.append(at_own_peak_item)

        at_peak = []
        _at_peak = d.pop("atPeak")
        for at_peak_item_data in _at_peak:
            at_peak_item = ForecastSearchType0AtPeakItem.from_dict(at_peak_item_data)

            at_peak.append(at_peak_item)

        detail = d.pop("detail")

        is_more_than_seeds = d.pop("isMoreThanSeeds")

        peak_learning_rate = d.pop("peakLearningRate")

        seeds = d.pop("seeds")

        steps = d.pop("steps")

        tried = d.pop("tried")

        warmup = d.pop("warmup")

        forecast_search_type_0 = cls(
            apart=apart,
            at_own_peak=at_own_peak,
            at_peak=at_peak,
            detail=detail,
            is_more_than_seeds=is_more_than_seeds,
            peak_learning_rate=peak_learning_rate,
            seeds=seeds,
            steps=steps,
            tried=tried,
            warmup=warmup,
        )

        return forecast_search_type_0
