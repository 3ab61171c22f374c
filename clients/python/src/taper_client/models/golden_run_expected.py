from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.golden_run_expected_diagnostics_item import (
        GoldenRunExpectedDiagnosticsItem,
    )
    from ..models.golden_run_expected_evaluations_item import (
        GoldenRunExpectedEvaluationsItem,
    )
    from ..models.golden_run_expected_trajectory_item import (
        GoldenRunExpectedTrajectoryItem,
    )


T = TypeVar("T", bound="GoldenRunExpected")


@_attrs_define
class GoldenRunExpected:
    """What the official code has after each step."""

    diagnostics: list[GoldenRunExpectedDiagnosticsItem]
    """ What the official code reports of each step. """
    trajectory: list[GoldenRunExpectedTrajectoryItem]
    """ The parameters after each step. """
    evaluations: list[GoldenRunExpectedEvaluationsItem] | Unset = UNSET
    """ The point to evaluate at after each step, for optimizers where it differs from the parameters. """

    def to_dict(self) -> dict[str, Any]:
        diagnostics = []
        for diagnostics_item_data in self.diagnostics:
            diagnostics_item = diagnostics_item_data.to_dict()
            diagnostics.append(diagnostics_item)

        trajectory = []
        for trajectory_item_data in self.trajectory:
            trajectory_item = trajectory_item_data.to_dict()
            trajectory.append(trajectory_item)

        evaluations: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.evaluations, Unset):
            evaluations = []
            for evaluations_item_data in self.evaluations:
                evaluations_item = evaluations_item_data.to_dict()
                evaluations.append(evaluations_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "diagnostics": diagnostics,
                "trajectory": trajectory,
            }
        )
        if evaluations is not UNSET:
            field_dict["evaluations"] = evaluations

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.golden_run_expected_diagnostics_item import (
            GoldenRunExpectedDiagnosticsItem,
        )
        from ..models.golden_run_expected_evaluations_item import (
            GoldenRunExpectedEvaluationsItem,
        )
        from ..models.golden_run_expected_trajectory_item import (
            GoldenRunExpectedTrajectoryItem,
        )

        d = dict(src_dict)
        diagnostics = []
        _diagnostics = d.pop("diagnostics")
        for diagnostics_item_data in _diagnostics:
            diagnostics_item = GoldenRunExpectedDiagnosticsItem.from_dict(
                diagnostics_item_data
            )

            diagnostics.append(diagnostics_item)

        trajectory = []
        _trajectory = d.pop("trajectory")
        for trajectory_item_data in _trajectory:
            trajectory_item = GoldenRunExpectedTrajectoryItem.from_dict(
                trajectory_item_data
            )

            trajectory.append(trajectory_item)

        _evaluations = d.pop("evaluations", UNSET)
        evaluations: list[GoldenRunExpectedEvaluationsItem] | Unset = UNSET
        if _evaluations is not UNSET:
            evaluations = []
            for evaluations_item_data in _evaluations:
                evaluations_item = GoldenRunExpectedEvaluationsItem.from_dict(
                    evaluations_item_data
                )

                evaluations.append(evaluations_item)

        golden_run_expected = cls(
            diagnostics=diagnostics,
            trajectory=trajectory,
            evaluations=evaluations,
        )

        return golden_run_expected
