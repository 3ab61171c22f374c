from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="LearningRateAuditAgainstType0")


@_attrs_define
class LearningRateAuditAgainstType0:
    """What the rates were compared with; null: nothing."""

    peak_learning_rate: float | None
    rule: str
    """ The rule of the schedule that was meant, or what the request calls it. """
    schedule_id: None | str
    steps: int
    """ Its length. """

    def to_dict(self) -> dict[str, Any]:
        peak_learning_rate: float | None
        peak_learning_rate = self.peak_learning_rate

        rule = self.rule

        schedule_id: None | str
        schedule_id = self.schedule_id

        steps = self.steps

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "peakLearningRate": peak_learning_rate,
                "rule": rule,
                "scheduleId": schedule_id,
                "steps": steps,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_peak_learning_rate(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        peak_learning_rate = _parse_peak_learning_rate(d.pop("peakLearningRate"))

        rule = d.pop("rule")

        def _parse_schedule_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        schedule_id = _parse_schedule_id(d.pop("scheduleId"))

        steps = d.pop("steps")

        learning_rate_audit_against_type_0 = cls(
            peak_learning_rate=peak_learning_rate,
            rule=rule,
            schedule_id=schedule_id,
            steps=steps,
        )

        return learning_rate_audit_against_type_0
