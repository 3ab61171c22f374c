from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.drawn_line import DrawnLine
    from ..models.refinement_report import RefinementReport


T = TypeVar("T", bound="ReportedRefinement")


@_attrs_define
class ReportedRefinement:
    """The schedule that the norms of a log are refined into, as it is drawn."""

    filtered: DrawnLine
    """ A line as a chart of 600 columns shows it: the smallest and largest value of each; null where there is none.
    """
    multipliers: DrawnLine
    """ A line as a chart of 600 columns shows it: the smallest and largest value of each; null where there is none.
    """
    paper: DrawnLine | None
    preset: str
    report: RefinementReport
    """ What a refinement did, and what the theory says of the result. """
    steps: int
    """ Length of the schedule. """

    def to_dict(self) -> dict[str, Any]:
        from ..models.drawn_line import DrawnLine

        filtered = self.filtered.to_dict()

        multipliers = self.multipliers.to_dict()

        paper: dict[str, Any] | None
        if isinstance(self.paper, DrawnLine):
            paper = self.paper.to_dict()
        else:
            paper = self.paper

        preset = self.preset

        report = self.report.to_dict()

        steps = self.steps

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "filtered": filtered,
                "multipliers": multipliers,
                "paper": paper,
                "preset": preset,
                "report": report,
                "steps": steps,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.drawn_line import DrawnLine
        from ..models.refinement_report import RefinementReport

        d = dict(src_dict)
        filtered = DrawnLine.from_dict(d.pop("filtered"))

        multipliers = DrawnLine.from_dict(d.pop("multipliers"))

        def _parse_paper(data: object) -> DrawnLine | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                paper_type_0 = DrawnLine.from_dict(data)

                return paper_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DrawnLine | None, data)

        paper = _parse_paper(d.pop("paper"))

        preset = d.pop("preset")

        report = RefinementReport.from_dict(d.pop("report"))

        steps = d.pop("steps")

        reported_refinement = cls(
            filtered=filtered,
            multipliers=multipliers,
            paper=paper,
            preset=preset,
            report=report,
            steps=steps,
        )

        return reported_refinement
