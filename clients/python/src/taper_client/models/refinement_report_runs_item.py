from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.refinement_report_runs_item_points import (
        RefinementReportRunsItemPoints,
    )


T = TypeVar("T", bound="RefinementReportRunsItem")


@_attrs_define
class RefinementReportRunsItem:
    points: RefinementReportRunsItemPoints
    run_id: str
    """ The id of the run. """

    def to_dict(self) -> dict[str, Any]:
        points = self.points.to_dict()

        run_id = self.run_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "points": points,
                "runId": run_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.refinement_report_runs_item_points import (
            RefinementReportRunsItemPoints,
        )

        d = dict(src_dict)
        points = RefinementReportRunsItemPoints.from_dict(d.pop("points"))

        run_id = d.pop("runId")

        refinement_report_runs_item = cls(
            points=points,
            run_id=run_id,
        )

        return refinement_report_runs_item
