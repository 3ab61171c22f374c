from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.refinement_report import RefinementReport


T = TypeVar("T", bound="Refinement")


@_attrs_define
class Refinement:
    """A refined schedule that is not stored."""

    multipliers: list[float]
    """ One per optimizer step of the next run. Peak 1, last 0. """
    report: RefinementReport
    """ What a refinement did, and what the theory says of the result. """
    steps: int
    """ Number of multipliers. """

    def to_dict(self) -> dict[str, Any]:
        multipliers = self.multipliers

        report = self.report.to_dict()

        steps = self.steps

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "multipliers": multipliers,
                "report": report,
                "steps": steps,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.refinement_report import RefinementReport

        d = dict(src_dict)
        multipliers = cast(list[float], d.pop("multipliers"))

        report = RefinementReport.from_dict(d.pop("report"))

        steps = d.pop("steps")

        refinement = cls(
            multipliers=multipliers,
            report=report,
            steps=steps,
        )

        return refinement
