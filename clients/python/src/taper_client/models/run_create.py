from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.run_create_step_unit import RunCreateStepUnit, check_run_create_step_unit
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.run_create_labels import RunCreateLabels


T = TypeVar("T", bound="RunCreate")


@_attrs_define
class RunCreate:
    """Fields of a new run, all optional."""

    clip_norm: float | None | Unset = UNSET
    labels: RunCreateLabels | Unset = UNSET
    """ Your own keys and values, to find runs by. """
    name: None | str | Unset = UNSET
    optimizer: None | str | Unset = UNSET
    peak_learning_rate: float | None | Unset = UNSET
    schedule_id: None | str | Unset = UNSET
    step_unit: RunCreateStepUnit | Unset = UNSET
    """ What your trainer counts. In this API, steps are always optimizer steps. """
    total_steps: int | None | Unset = UNSET
    weight_decay: float | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        clip_norm: float | None | Unset
        if isinstance(self.clip_norm, Unset):
            clip_norm = UNSET
        else:
            clip_norm = self.clip_norm

        labels: dict[str, Any] | Unset = UNSET
        if not isinstance(self.labels, Unset):
            labels = self.labels.to_dict()

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        optimizer: None | str | Unset
        if isinstance(self.optimizer, Unset):
            optimizer = UNSET
        else:
            optimizer = self.optimizer

        peak_learning_rate: float | None | Unset
        if isinstance(self.peak_learning_rate, Unset):
            peak_learning_rate = UNSET
        else:
            peak_learning_rate = self.peak_learning_rate

        schedule_id: None | str | Unset
        if isinstance(self.schedule_id, Unset):
            schedule_id = UNSET
        else:
            schedule_id = self.schedule_id

        step_unit: str | Unset = UNSET
        if not isinstance(self.step_unit, Unset):
            step_unit = self.step_unit

        total_steps: int | None | Unset
        if isinstance(self.total_steps, Unset):
            total_steps = UNSET
        else:
            total_steps = self.total_steps

        weight_decay: float | None | Unset
        if isinstance(self.weight_decay, Unset):
            weight_decay = UNSET
        else:
            weight_decay = self.weight_decay

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if clip_norm is not UNSET:
            field_dict["clipNorm"] = clip_norm
        if labels is not UNSET:
            field_dict["labels"] = labels
        if name is not UNSET:
            field_dict["name"] = name
        if optimizer is not UNSET:
            field_dict["optimizer"] = optimizer
        if peak_learning_rate is not UNSET:
            field_dict["peakLearningRate"] = peak_learning_rate
        if schedule_id is not UNSET:
            field_dict["scheduleId"] = schedule_id
        if step_unit is not UNSET:
            field_dict["stepUnit"] = step_unit
        if total_steps is not UNSET:
            field_dict["totalSteps"] = total_steps
        if weight_decay is not UNSET:
            field_dict["weightDecay"] = weight_decay

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.run_create_labels import RunCreateLabels

        d = dict(src_dict)

        def _parse_clip_norm(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        clip_norm = _parse_clip_norm(d.pop("clipNorm", UNSET))

        _labels = d.pop("labels", UNSET)
        labels: RunCreateLabels | Unset
        if isinstance(_labels, Unset):
            labels = UNSET
        else:
            labels = RunCreateLabels.from_dict(_labels)

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        def _parse_optimizer(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        optimizer = _parse_optimizer(d.pop("optimizer", UNSET))

        def _parse_peak_learning_rate(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        peak_learning_rate = _parse_peak_learning_rate(d.pop("peakLearningRate", UNSET))

        def _parse_schedule_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        schedule_id = _parse_schedule_id(d.pop("scheduleId", UNSET))

        _step_unit = d.pop("stepUnit", UNSET)
        step_unit: RunCreateStepUnit | Unset
        if isinstance(_step_unit, Unset):
            step_unit = UNSET
        else:
            step_unit = check_run_create_step_unit(_step_unit)

        def _parse_total_steps(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        total_steps = _parse_total_steps(d.pop("totalSteps", UNSET))

        def _parse_weight_decay(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        weight_decay = _parse_weight_decay(d.pop("weightDecay", UNSET))

        run_create = cls(
            clip_norm=clip_norm,
            labels=labels,
            name=name,
            optimizer=optimizer,
            peak_learning_rate=peak_learning_rate,
            schedule_id=schedule_id,
            step_unit=step_unit,
            total_steps=total_steps,
            weight_decay=weight_decay,
        )

        return run_create
