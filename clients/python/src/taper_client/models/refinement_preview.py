from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.refinement_preview_losses_type_0 import RefinementPreviewLossesType0
    from ..models.refinement_preview_multipliers import RefinementPreviewMultipliers
    from ..models.refinement_preview_norms import RefinementPreviewNorms
    from ..models.refinement_report import RefinementReport


T = TypeVar("T", bound="RefinementPreview")


@_attrs_define
class RefinementPreview:
    """A refinement as a chart shows it."""

    losses: None | RefinementPreviewLossesType0
    multipliers: RefinementPreviewMultipliers
    """ Multipliers at some steps of the next run; the peak is among them. """
    norms: RefinementPreviewNorms
    """ Filtered norms at some steps of the log, which need not be whole. """
    report: RefinementReport
    """ What a refinement did, and what the theory says of the result. """
    steps: int
    """ Length of the schedule. """

    def to_dict(self) -> dict[str, Any]:
        from ..models.refinement_preview_losses_type_0 import (
            RefinementPreviewLossesType0,
        )

        losses: dict[str, Any] | None
        if isinstance(self.losses, RefinementPreviewLossesType0):
            losses = self.losses.to_dict()
        else:
            losses = self.losses

        multipliers = self.multipliers.to_dict()

        norms = self.norms.to_dict()

        report = self.report.to_dict()

        steps = self.steps

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "losses": losses,
                "multipliers": multipliers,
                "norms": norms,
                "report": report,
                "steps": steps,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.refinement_preview_losses_type_0 import (
            RefinementPreviewLossesType0,
        )
        from ..models.refinement_preview_multipliers import RefinementPreviewMultipliers
        from ..models.refinement_preview_norms import RefinementPreviewNorms
        from ..models.refinement_report import RefinementReport

        d = dict(src_dict)

        def _parse_losses(data: object) -> None | RefinementPreviewLossesType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                losses_type_0 = RefinementPreviewLossesType0.from_dict(data)

                return losses_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RefinementPreviewLossesType0, data)

        losses = _parse_losses(d.pop("losses"))

        multipliers = RefinementPreviewMultipliers.from_dict(d.pop("multipliers"))

        norms = RefinementPreviewNorms.from_dict(d.pop("norms"))

        report = RefinementReport.from_dict(d.pop("report"))

        steps = d.pop("steps")

        refinement_preview = cls(
            losses=losses,
            multipliers=multipliers,
            norms=norms,
            report=report,
            steps=steps,
        )

        return refinement_preview
