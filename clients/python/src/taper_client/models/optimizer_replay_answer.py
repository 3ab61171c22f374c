from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.optimizer_engine import OptimizerEngine
    from ..models.optimizer_replay_answer_evaluations_item import (
        OptimizerReplayAnswerEvaluationsItem,
    )
    from ..models.optimizer_replay_answer_parameters import (
        OptimizerReplayAnswerParameters,
    )
    from ..models.optimizer_replay_answer_trajectory_item import (
        OptimizerReplayAnswerTrajectoryItem,
    )
    from ..models.optimizer_state import OptimizerState
    from ..models.replay_note import ReplayNote
    from ..models.step_diagnostics import StepDiagnostics


T = TypeVar("T", bound="OptimizerReplayAnswer")


@_attrs_define
class OptimizerReplayAnswer:
    """Parameters and state after the last step."""

    diagnostics: list[StepDiagnostics]
    """ One per step. """
    engine: OptimizerEngine
    """ The engine that computed the result. """
    notes: list[ReplayNote]
    """ What the steps show of d, for Prodigy and D-Adaptation. """
    parameters: OptimizerReplayAnswerParameters
    """ The new parameters. """
    skipped_steps: list[int]
    """ With `nonFinite: skip`: the steps that were left out, from 0. """
    state: OptimizerState
    """ The state between two steps. Send it back unchanged. """
    evaluations: list[OptimizerReplayAnswerEvaluationsItem] | Unset = UNSET
    """ With `keep: all`: the point to evaluate at after each step, for optimizers where it differs from the
    parameters. """
    trajectory: list[OptimizerReplayAnswerTrajectoryItem] | Unset = UNSET
    """ With `keep: all`: the parameters after each step. """

    def to_dict(self) -> dict[str, Any]:
        diagnostics = []
        for diagnostics_item_data in self.diagnostics:
            diagnostics_item = diagnostics_item_data.to_dict()
            diagnostics.append(diagnostics_item)

        engine = self.engine.to_dict()

        notes = []
        for notes_item_data in self.notes:
            notes_item = notes_item_data.to_dict()
            notes.append(notes_item)

        parameters = self.parameters.to_dict()

        skipped_steps = self.skipped_steps

        state = self.state.to_dict()

        evaluations: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.evaluations, Unset):
            evaluations = []
            for evaluations_item_data in self.evaluations:
                evaluations_item = evaluations_item_data.to_dict()
                evaluations.append(evaluations_item)

        trajectory: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.trajectory, Unset):
            trajectory = []
            for trajectory_item_data in self.trajectory:
                trajectory_item = trajectory_item_data.to_dict()
                trajectory.append(trajectory_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "diagnostics": diagnostics,
                "engine": engine,
                "notes": notes,
                "parameters": parameters,
                "skippedSteps": skipped_steps,
                "state": state,
            }
        )
        if evaluations is not UNSET:
            field_dict["evaluations"] = evaluations
        if trajectory is not UNSET:
            field_dict["trajectory"] = trajectory

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.optimizer_engine import OptimizerEngine
        from ..models.optimizer_replay_answer_evaluations_item import (
            OptimizerReplayAnswerEvaluationsItem,
        )
        from ..models.optimizer_replay_answer_parameters import (
            OptimizerReplayAnswerParameters,
        )
        from ..models.optimizer_replay_answer_trajectory_item import (
            OptimizerReplayAnswerTrajectoryItem,
        )
        from ..models.optimizer_state import OptimizerState
        from ..models.replay_note import ReplayNote
        from ..models.step_diagnostics import StepDiagnostics

        d = dict(src_dict)
        diagnostics = []
        _diagnostics = d.pop("diagnostics")
        for diagnostics_item_data in _diagnostics:
            diagnostics_item = StepDiagnostics.from_dict(diagnostics_item_data)

            diagnostics.append(diagnostics_item)

        engine = OptimizerEngine.from_dict(d.pop("engine"))

        notes = []
        _notes = d.pop("notes")
        for notes_item_data in _notes:
            notes_item = ReplayNote.from_dict(notes_item_data)

            notes.append(notes_item)

        parameters = OptimizerReplayAnswerParameters.from_dict(d.pop("parameters"))

        skipped_steps = cast(list[int], d.pop("skippedSteps"))

        state = OptimizerState.from_dict(d.pop("state"))

        _evaluations = d.pop("evaluations", UNSET)
        evaluations: list[OptimizerReplayAnswerEvaluationsItem] | Unset = UNSET
        if _evaluations is not UNSET:
            evaluations = []
            for evaluations_item_data in _evaluations:
                evaluations_item = OptimizerReplayAnswerEvaluationsItem.from_dict(
                    evaluations_item_data
                )

                evaluations.append(evaluations_item)

        _trajectory = d.pop("trajectory", UNSET)
        trajectory: list[OptimizerReplayAnswerTrajectoryItem] | Unset = UNSET
        if _trajectory is not UNSET:
            trajectory = []
            for trajectory_item_data in _trajectory:
                trajectory_item = OptimizerReplayAnswerTrajectoryItem.from_dict(
                    trajectory_item_data
                )

                trajectory.append(trajectory_item)

        optimizer_replay_answer = cls(
            diagnostics=diagnostics,
            engine=engine,
            notes=notes,
            parameters=parameters,
            skipped_steps=skipped_steps,
            state=state,
            evaluations=evaluations,
            trajectory=trajectory,
        )

        return optimizer_replay_answer
