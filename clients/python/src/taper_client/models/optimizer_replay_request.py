from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.optimizer_replay_request_diagnostics import (
    OptimizerReplayRequestDiagnostics,
    check_optimizer_replay_request_diagnostics,
)
from ..models.optimizer_replay_request_keep import (
    OptimizerReplayRequestKeep,
    check_optimizer_replay_request_keep,
)
from ..models.optimizer_replay_request_non_finite import (
    OptimizerReplayRequestNonFinite,
    check_optimizer_replay_request_non_finite,
)
from ..models.optimizer_replay_request_precision import (
    OptimizerReplayRequestPrecision,
    check_optimizer_replay_request_precision,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.optimizer_replay_request_hyperparameters import (
        OptimizerReplayRequestHyperparameters,
    )
    from ..models.optimizer_replay_request_parameters import (
        OptimizerReplayRequestParameters,
    )
    from ..models.optimizer_replay_step import OptimizerReplayStep
    from ..models.optimizer_state import OptimizerState


T = TypeVar("T", bound="OptimizerReplayRequest")


@_attrs_define
class OptimizerReplayRequest:
    """Many steps, one after the other."""

    parameters: OptimizerReplayRequestParameters
    """ The parameters at which the gradients were computed. """
    steps: list[OptimizerReplayStep]
    diagnostics: OptimizerReplayRequestDiagnostics | Unset = UNSET
    """ tensors: each step also tells of each tensor. Default: steps. """
    first_step: int | Unset = UNSET
    """ The step of the schedule at which the replay starts. Default: 0. """
    hyperparameters: OptimizerReplayRequestHyperparameters | Unset = UNSET
    """ As in the catalogue; absent ones take their defaults. """
    keep: OptimizerReplayRequestKeep | Unset = UNSET
    """ all returns the parameters after each step too. Default: last. """
    learning_rate: float | Unset = UNSET
    """ γ of steps without their own learning rate, if there is no schedule. """
    non_finite: OptimizerReplayRequestNonFinite | Unset = UNSET
    """ What a step does with numbers that are not finite. refuse (default): 422, naming the first. skip: where the
    gradient has one, or a loss that is needed is one, leaves parameters and state as they are, as PyTorch's
    GradScaler does; the step keeps its place in the schedule. propagate: computes with them. """
    peak_learning_rate: float | Unset = UNSET
    """ The learning rate at multiplier 1. Default: the schedule's own, else the optimizer's default. """
    precision: OptimizerReplayRequestPrecision | Unset = UNSET
    """ Precision of the computation. Default: float64; float32 for safetensors whose parameters are all F32. """
    schedule_id: str | Unset = UNSET
    """ The id of a stored schedule. The learning rate of step k is peak × multiplier(firstStep + k). """
    state: OptimizerState | Unset = UNSET
    """ The state between two steps. Send it back unchanged. """

    def to_dict(self) -> dict[str, Any]:
        parameters = self.parameters.to_dict()

        steps = []
        for steps_item_data in self.steps:
            steps_item = steps_item_data.to_dict()
            steps.append(steps_item)

        diagnostics: str | Unset = UNSET
        if not isinstance(self.diagnostics, Unset):
            diagnostics = self.diagnostics

        first_step = self.first_step

        hyperparameters: dict[str, Any] | Unset = UNSET
        if not isinstance(self.hyperparameters, Unset):
            hyperparameters = self.hyperparameters.to_dict()

        keep: str | Unset = UNSET
        if not isinstance(self.keep, Unset):
            keep = self.keep

        learning_rate = self.learning_rate

        non_finite: str | Unset = UNSET
        if not isinstance(self.non_finite, Unset):
            non_finite = self.non_finite

        peak_learning_rate = self.peak_learning_rate

        precision: str | Unset = UNSET
        if not isinstance(self.precision, Unset):
            precision = self.precision

        schedule_id = self.schedule_id

        state: dict[str, Any] | Unset = UNSET
        if not isinstance(self.state, Unset):
            state = self.state.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "parameters": parameters,
                "steps": steps,
            }
        )
        if diagnostics is not UNSET:
            field_dict["diagnostics"] = diagnostics
        if first_step is not UNSET:
            field_dict["firstStep"] = first_step
        if hyperparameters is not UNSET:
            field_dict["hyperparameters"] = hyperparameters
        if keep is not UNSET:
            field_dict["keep"] = keep
        if learning_rate is not UNSET:
            field_dict["learningRate"] = learning_rate
        if non_finite is not UNSET:
            field_dict["nonFinite"] = non_finite
        if peak_learning_rate is not UNSET:
            field_dict["peakLearningRate"] = peak_learning_rate
        if precision is not UNSET:
            field_dict["precision"] = precision
        if schedule_id is not UNSET:
            field_dict["scheduleId"] = schedule_id
        if state is not UNSET:
            field_dict["state"] = state

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.optimizer_replay_request_hyperparameters import (
            OptimizerReplayRequestHyperparameters,
        )
        from ..models.optimizer_replay_request_parameters import (
            OptimizerReplayRequestParameters,
        )
        from ..models.optimizer_replay_step import OptimizerReplayStep
        from ..models.optimizer_state import OptimizerState

        d = dict(src_dict)
        parameters = OptimizerReplayRequestParameters.from_dict(d.pop("parameters"))

        steps = []
        _steps = d.pop("steps")
        for steps_item_data in _steps:
            steps_item = OptimizerReplayStep.from_dict(steps_item_data)

            steps.append(steps_item)

        _diagnostics = d.pop("diagnostics", UNSET)
        diagnostics: OptimizerReplayRequestDiagnostics | Unset
        if isinstance(_diagnostics, Unset):
            diagnostics = UNSET
        else:
            diagnostics = check_optimizer_replay_request_diagnostics(_diagnostics)

        first_step = d.pop("firstStep", UNSET)

        _hyperparameters = d.pop("hyperparameters", UNSET)
        hyperparameters: OptimizerReplayRequestHyperparameters | Unset
        if isinstance(_hyperparameters, Unset):
            hyperparameters = UNSET
        else:
            hyperparameters = OptimizerReplayRequestHyperparameters.from_dict(
                _hyperparameters
            )

        _keep = d.pop("keep", UNSET)
        keep: OptimizerReplayRequestKeep | Unset
        if isinstance(_keep, Unset):
            keep = UNSET
        else:
            keep = check_optimizer_replay_request_keep(_keep)

        learning_rate = d.pop("learningRate", UNSET)

        _non_finite = d.pop("nonFinite", UNSET)
        non_finite: OptimizerReplayRequestNonFinite | Unset
        if isinstance(_non_finite, Unset):
            non_finite = UNSET
        else:
            non_finite = check_optimizer_replay_request_non_finite(_non_finite)

        peak_learning_rate = d.pop("peakLearningRate", UNSET)

        _precision = d.pop("precision", UNSET)
        precision: OptimizerReplayRequestPrecision | Unset
        if isinstance(_precision, Unset):
            precision = UNSET
        else:
            precision = check_optimizer_replay_request_precision(_precision)

        schedule_id = d.pop("scheduleId", UNSET)

        _state = d.pop("state", UNSET)
        state: OptimizerState | Unset
        if isinstance(_state, Unset):
            state = UNSET
        else:
            state = OptimizerState.from_dict(_state)

        optimizer_replay_request = cls(
            parameters=parameters,
            steps=steps,
            diagnostics=diagnostics,
            first_step=first_step,
            hyperparameters=hyperparameters,
            keep=keep,
            learning_rate=learning_rate,
            non_finite=non_finite,
            peak_learning_rate=peak_learning_rate,
            precision=precision,
            schedule_id=schedule_id,
            state=state,
        )

        return optimizer_replay_request
