from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.forecast_forecasts_item_schedule_type_0_parameters import (
        ForecastForecastsItemScheduleType0Parameters,
    )


T = TypeVar("T", bound="ForecastForecastsItemScheduleType0")


@_attrs_define
class ForecastForecastsItemScheduleType0:
    """What to post to /v1/schedules, with `steps`; null for multipliers."""

    parameters: ForecastForecastsItemScheduleType0Parameters
    """ Its parameters. """
    rule: str
    """ A rule of GET /v1/schedule-rules. """
    schedule_id: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        parameters = self.parameters.to_dict()

        rule = self.rule

        schedule_id = self.schedule_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "parameters": parameters,
                "rule": rule,
            }
        )
        if schedule_id is not UNSET:
            field_dict["scheduleId"] = schedule_id

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.forecast_forecasts_item_schedule_type_0_parameters import (
            ForecastForecastsItemScheduleType0Parameters,
        )

        d = dict(src_dict)
        parameters = ForecastForecastsItemScheduleType0Parameters.from_dict(
            d.pop("parameters")
        )

        rule = d.pop("rule")

        schedule_id = d.pop("scheduleId", UNSET)

        forecast_forecasts_item_schedule_type_0 = cls(
            parameters=parameters,
            rule=rule,
            schedule_id=schedule_id,
        )

        return forecast_forecasts_item_schedule_type_0
