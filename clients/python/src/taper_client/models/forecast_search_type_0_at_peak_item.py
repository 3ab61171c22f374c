from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.forecast_search_type_0_at_peak_item_interval import (
        ForecastSearchType0AtPeakItemInterval,
    )
    from ..models.forecast_search_type_0_at_peak_item_parameters import (
        ForecastSearchType0AtPeakItemParameters,
    )


T = TypeVar("T", bound="ForecastSearchType0AtPeakItem")


@_attrs_define
class ForecastSearchType0AtPeakItem:
    final_loss: float
    """ The loss at its end. """
    interval: ForecastSearchType0AtPeakItemInterval
    """ Holds the loss, smoothed over some steps, in 90 of 100 cases: uncertain parameters, scatter of blocks,
    spread of the laws, and how far laws erred on other schedules. """
    parameters: ForecastSearchType0AtPeakItemParameters
    """ Its parameters. """
    rule: str
    """ A rule of GET /v1/schedule-rules. """

    def to_dict(self) -> dict[str, Any]:
        final_loss = self.final_loss

        interval = self.interval.to_dict()

        parameters = self.parameters.to_dict()

        rule = self.rule

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "finalLoss": final_loss,
                "interval": interval,
                "parameters": parameters,
                "rule": rule,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.forecast_search_type_0_at_peak_item_interval import (
            ForecastSearchType0AtPeakItemInterval,
        )
        from ..models.forecast_search_type_0_at_peak_item_parameters import (
            ForecastSearchType0AtPeakItemParameters,
        )

        d = dict(src_dict)
        final_loss = d.pop("finalLoss")

        interval = ForecastSearchType0AtPeakItemInterval.from_dict(d.pop("interval"))

        parameters = ForecastSearchType0AtPeakItemParameters.from_dict(
            d.pop("parameters")
        )

        rule = d.pop("rule")

        forecast_search_type_0_at_peak_item = cls(
            final_loss=final_loss,
            interval=interval,
            parameters=parameters,
            rule=rule,
        )

        return forecast_search_type_0_at_peak_item
