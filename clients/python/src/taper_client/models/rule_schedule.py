from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.rule_schedule_parameters import RuleScheduleParameters


T = TypeVar("T", bound="RuleSchedule")


@_attrs_define
class RuleSchedule:
    """A schedule to make by a rule."""

    rule: str
    """ A rule of GET /v1/schedule-rules. """
    steps: float
    """ Length of the schedule, in optimizer steps (at most 100000000) or in `unit`. """
    name: None | str | Unset = UNSET
    parameters: RuleScheduleParameters | Unset = UNSET
    """ As in the catalogue; absent ones take their defaults. """
    peak_learning_rate: float | None | Unset = UNSET
    run_id: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        rule = self.rule

        steps = self.steps

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        parameters: dict[str, Any] | Unset = UNSET
        if not isinstance(self.parameters, Unset):
            parameters = self.parameters.to_dict()

        peak_learning_rate: float | None | Unset
        if isinstance(self.peak_learning_rate, Unset):
            peak_learning_rate = UNSET
        else:
            peak_learning_rate = self.peak_learning_rate

        run_id: None | str | Unset
        if isinstance(self.run_id, Unset):
            run_id = UNSET
        else:
            run_id = self.run_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "rule": rule,
                "steps": steps,
            }
        )
        if name is not UNSET:
            field_dict["name"] = name
        if parameters is not UNSET:
            field_dict["parameters"] = parameters
        if peak_learning_rate is not UNSET:
            field_dict["peakLearningRate"] = peak_learning_rate
        if run_id is not UNSET:
            field_dict["runId"] = run_id

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.rule_schedule_parameters import RuleScheduleParameters

        d = dict(src_dict)
        rule = d.pop("rule")

        steps = d.pop("steps")

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        _parameters = d.pop("parameters", UNSET)
        parameters: RuleScheduleParameters | Unset
        if isinstance(_parameters, Unset):
            parameters = UNSET
        else:
            parameters = RuleScheduleParameters.from_dict(_parameters)

        def _parse_peak_learning_rate(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        peak_learning_rate = _parse_peak_learning_rate(d.pop("peakLearningRate", UNSET))

        def _parse_run_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        run_id = _parse_run_id(d.pop("runId", UNSET))

        rule_schedule = cls(
            rule=rule,
            steps=steps,
            name=name,
            parameters=parameters,
            peak_learning_rate=peak_learning_rate,
            run_id=run_id,
        )

        return rule_schedule
