from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.horizon_report import HorizonReport
    from ..models.refinement_report import RefinementReport
    from ..models.schedule_parameters import ScheduleParameters


T = TypeVar("T", bound="Schedule")


@_attrs_define
class Schedule:
    """A learning-rate schedule. Multipliers are read apart; they never change."""

    created_at: datetime.datetime
    """ RFC 3339, UTC. """
    etag: str
    """ Names the multipliers; accepted in If-None-Match where they are read, in every format. """
    id: str
    """ The id of a schedule, made by the service (UUIDv7). """
    name: None | str
    parameters: ScheduleParameters
    """ The options of the refinement or the horizon, or the parameters of the rule, defaults filled in. """
    peak_learning_rate: float | None
    rule: str
    """ `refined`, `horizon`, or the name of the rule that made it. """
    run_deleted: bool
    """ Whether the run that it was made from is gone. """
    run_id: None | str
    steps: int
    """ How many multipliers it has, one an optimizer step. """
    report: HorizonReport | RefinementReport | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.refinement_report import RefinementReport

        created_at = self.created_at.isoformat()

        etag = self.etag

        id = self.id

        name: None | str
        name = self.name

        parameters = self.parameters.to_dict()

        peak_learning_rate: float | None
        peak_learning_rate = self.peak_learning_rate

        rule = self.rule

        run_deleted = self.run_deleted

        run_id: None | str
        run_id = self.run_id

        steps = self.steps

        report: dict[str, Any] | Unset
        if isinstance(self.report, Unset):
            report = UNSET
        elif isinstance(self.report, RefinementReport):
            report = self.report.to_dict()
        else:
            report = self.report.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "createdAt": created_at,
                "etag": etag,
                "id": id,
                "name": name,
                "parameters": parameters,
                "peakLearningRate": peak_learning_rate,
                "rule": rule,
                "runDeleted": run_deleted,
                "runId": run_id,
                "steps": steps,
            }
        )
        if report is not UNSET:
            field_dict["report"] = report

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.horizon_report import HorizonReport
        from ..models.refinement_report import RefinementReport
        from ..models.schedule_parameters import ScheduleParameters

        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        etag = d.pop("etag")

        id = d.pop("id")

        def _parse_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        name = _parse_name(d.pop("name"))

        parameters = ScheduleParameters.from_dict(d.pop("parameters"))

        def _parse_peak_learning_rate(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        peak_learning_rate = _parse_peak_learning_rate(d.pop("peakLearningRate"))

        rule = d.pop("rule")

        run_deleted = d.pop("runDeleted")

        def _parse_run_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        run_id = _parse_run_id(d.pop("runId"))

        steps = d.pop("steps")

        def _parse_report(data: object) -> HorizonReport | RefinementReport | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                report_type_0 = RefinementReport.from_dict(data)

                return report_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            report_type_1 = HorizonReport.from_dict(data)

            return report_type_1

        report = _parse_report(d.pop("report", UNSET))

        schedule = cls(
            created_at=created_at,
            etag=etag,
            id=id,
            name=name,
            parameters=parameters,
            peak_learning_rate=peak_learning_rate,
            rule=rule,
            run_deleted=run_deleted,
            run_id=run_id,
            steps=steps,
            report=report,
        )

        return schedule
