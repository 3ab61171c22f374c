from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.lineage_run import LineageRun
    from ..models.lineage_schedule import LineageSchedule


T = TypeVar("T", bound="Generation")


@_attrs_define
class Generation:
    """One step of a lineage: a schedule, and the runs before or after it."""

    generation: int
    """ Number of schedules in between: −1, −2, … backward, 1, 2, … forward. """
    runs: list[LineageRun]
    """ Backward: the run that the schedule was refined from, if any. Forward: the runs trained with it. """
    schedule: LineageSchedule
    """ A schedule in a lineage. """

    def to_dict(self) -> dict[str, Any]:
        generation = self.generation

        runs = []
        for runs_item_data in self.runs:
            runs_item = runs_item_data.to_dict()
            runs.append(runs_item)

        schedule = self.schedule.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "generation": generation,
                "runs": runs,
                "schedule": schedule,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.lineage_run import LineageRun
        from ..models.lineage_schedule import LineageSchedule

        d = dict(src_dict)
        generation = d.pop("generation")

        runs = []
        _runs = d.pop("runs")
        for runs_item_data in _runs:
            runs_item = LineageRun.from_dict(runs_item_data)

            runs.append(runs_item)

        schedule = LineageSchedule.from_dict(d.pop("schedule"))

        generation = cls(
            generation=generation,
            runs=runs,
            schedule=schedule,
        )

        return generation
