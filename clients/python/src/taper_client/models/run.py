from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.run_step_unit import RunStepUnit, check_run_step_unit

if TYPE_CHECKING:
    from ..models.run_labels import RunLabels
    from ..models.series_summary import SeriesSummary


T = TypeVar("T", bound="Run")


@_attrs_define
class Run:
    """One training run."""

    created_at: datetime.datetime
    """ RFC 3339, UTC. """
    id: str
    """ The id of a run: chosen by the client, or made by the service (UUIDv7). """
    labels: RunLabels
    """ Names and values to find runs by. """
    name: None | str
    optimizer: None | str
    peak_learning_rate: float | None
    schedule_id: None | str
    series: list[SeriesSummary]
    """ The gradient norms that are logged, one entry a norm. """
    step_unit: RunStepUnit
    """ What the client counts when it counts its training. Steps of this API are optimizer steps whatever it says.
    """
    total_steps: int | None
    updated_at: datetime.datetime
    """ RFC 3339, UTC. """

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        id = self.id

        labels = self.labels.to_dict()

        name: None | str
        name = self.name

        optimizer: None | str
        optimizer = self.optimizer

        peak_learning_rate: float | None
        peak_learning_rate = self.peak_learning_rate

        schedule_id: None | str
        schedule_id = self.schedule_id

        series = []
        for series_item_data in self.series:
            series_item = series_item_data.to_dict()
            series.append(series_item)

        step_unit: str = self.step_unit

        total_steps: int | None
        total_steps = self.total_steps

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "createdAt": created_at,
                "id": id,
                "labels": labels,
                "name": name,
                "optimizer": optimizer,
                "peakLearningRate": peak_learning_rate,
                "scheduleId": schedule_id,
                "series": series,
                "stepUnit": step_unit,
                "totalSteps": total_steps,
                "updatedAt": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.run_labels import RunLabels
        from ..models.series_summary import SeriesSummary

        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        id = d.pop("id")

        labels = RunLabels.from_dict(d.pop("labels"))

        def _parse_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        name = _parse_name(d.pop("name"))

        def _parse_optimizer(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        optimizer = _parse_optimizer(d.pop("optimizer"))

        def _parse_peak_learning_rate(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        peak_learning_rate = _parse_peak_learning_rate(d.pop("peakLearningRate"))

        def _parse_schedule_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        schedule_id = _parse_schedule_id(d.pop("scheduleId"))

        series = []
        _series = d.pop("series")
        for series_item_data in _series:
            series_item = SeriesSummary.from_dict(series_item_data)

            series.append(series_item)

        step_unit = check_run_step_unit(d.pop("stepUnit"))

        def _parse_total_steps(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        total_steps = _parse_total_steps(d.pop("totalSteps"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        run = cls(
            created_at=created_at,
            id=id,
            labels=labels,
            name=name,
            optimizer=optimizer,
            peak_learning_rate=peak_learning_rate,
            schedule_id=schedule_id,
            series=series,
            step_unit=step_unit,
            total_steps=total_steps,
            updated_at=updated_at,
        )

        return run
