from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.refinement_preview_multipliers import RefinementPreviewMultipliers
    from ..models.refinement_preview_norms import RefinementPreviewNorms
    from ..models.refinement_report import RefinementReport


T = TypeVar("T", bound="RefinementPreview")


@_attrs_define
class RefinementPreview:
    """A refinement as a chart shows it."""

    multipliers: RefinementPreviewMultipliers
    """ Multipliers at some steps of the next run; the peak is among them. """
    norms: RefinementPreviewNorms
    """ Filtered norms at some steps of the log, which need not be whole. """
    report: RefinementReport
    """ What a refinement did, and what the theory says of the result. """
    steps: int
    """ Length of the schedule. """

    def to_dict(self) -> dict[str, Any]:
        multipliers = self.multipliers.to_dict()

        norms = self.norms.to_dict()

        report = self.report.to_dict()

        steps = self.steps

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "multipliers": multipliers,
                "norms": norms,
                "report": report,
                "steps": steps,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.refinement_preview_multipliers import RefinementPreviewMultipliers
        from ..models.refinement_preview_norms import RefinementPreviewNorms
        from ..models.refinement_report import RefinementReport

        d = dict(src_dict)
        multipliers = RefinementPreviewMultipliers.from_dict(d.pop("multipliers"))

        norms = RefinementPreviewNorms.from_dict(d.pop("norms"))

        report = RefinementReport.from_dict(d.pop("report"))

        steps = d.pop("steps")

        refinement_preview = cls(
            multipliers=multipliers,
            norms=norms,
            report=report,
            steps=steps,
        )

        return refinement_preview
