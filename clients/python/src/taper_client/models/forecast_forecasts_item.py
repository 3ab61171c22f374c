from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.forecast_forecasts_item_curve_type_0 import (
        ForecastForecastsItemCurveType0,
    )
    from ..models.forecast_forecasts_item_interval import ForecastForecastsItemInterval
    from ..models.forecast_forecasts_item_schedule_type_0 import (
        ForecastForecastsItemScheduleType0,
    )


T = TypeVar("T", bound="ForecastForecastsItem")


@_attrs_define
class ForecastForecastsItem:
    curve: ForecastForecastsItemCurveType0 | None
    final_loss: float
    """ The loss at its end. """
    interval: ForecastForecastsItemInterval
    """ Holds the loss, smoothed over some steps, in 90 of 100 cases: uncertain parameters, scatter of blocks,
    spread of the laws, and how far laws erred on other schedules. """
    name: str
    peak_learning_rate: float
    """ Learning rate at multiplier 1. """
    schedule: ForecastForecastsItemScheduleType0 | None
    steps: int
    """ Length of the schedule. """
    sum_of_rates: float
    """ Σ η over all steps. """

    def to_dict(self) -> dict[str, Any]:
        from ..models.forecast_forecasts_item_curve_type_0 import (
            ForecastForecastsItemCurveType0,
        )
        from ..models.forecast_forecasts_item_schedule_type_0 import (
            ForecastForecastsItemScheduleType0,
        )

        curve: dict[str, Any] | None
        if isinstance(self.curve, ForecastForecastsItemCurveType0):
            curve = self.curve.to_dict()
        else:
            curve = self.curve

        final_loss = self.final_loss

        interval = self.interval.to_dict()

        name = self.name

        peak_learning_rate = self.peak_learning_rate

        schedule: dict[str, Any] | None
        if isinstance(self.schedule, ForecastForecastsItemScheduleType0):
            schedule = self.schedule.to_dict()
        else:
            schedule = self.schedule

        steps = self.steps

        sum_of_rates = self.sum_of_rates

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "curve": curve,
                "finalLoss": final_loss,
                "interval": interval,
                "name": name,
                "peakLearningRate": peak_learning_rate,
                "schedule": schedule,
                "steps": steps,
                "sumOfRates": sum_of_rates,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.forecast_forecasts_item_curve_type_0 import (
            ForecastForecastsItemCurveType0,
        )
        from ..models.forecast_forecasts_item_interval import (
            ForecastForecastsItemInterval,
        )
        from ..models.forecast_forecasts_item_schedule_type_0 import (
            ForecastForecastsItemScheduleType0,
        )

        d = dict(src_dict)

        def _parse_curve(data: object) -> ForecastForecastsItemCurveType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                curve_type_0 = ForecastForecastsItemCurveType0.from_dict(data)

                return curve_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ForecastForecastsItemCurveType0 | None, data)

        curve = _parse_curve(d.pop("curve"))

        final_loss = d.pop("finalLoss")

        interval = ForecastForecastsItemInterval.from_dict(d.pop("interval"))

        name = d.pop("name")

        peak_learning_rate = d.pop("peakLearningRate")

        def _parse_schedule(data: object) -> ForecastForecastsItemScheduleType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                schedule_type_0 = ForecastForecastsItemScheduleType0.from_dict(data)

                return schedule_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ForecastForecastsItemScheduleType0 | None, data)

        schedule = _parse_schedule(d.pop("schedule"))

        steps = d.pop("steps")

        sum_of_rates = d.pop("sumOfRates")

        forecast_forecasts_item = cls(
            curve=curve,
            final_loss=final_loss,
            interval=interval,
            name=name,
            peak_learning_rate=peak_learning_rate,
            schedule=schedule,
            steps=steps,
            sum_of_rates=sum_of_rates,
        )

        return forecast_forecasts_item
