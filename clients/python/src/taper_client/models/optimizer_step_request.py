from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.non_finite import NonFinite, check_non_finite
from ..models.optimizer_step_request_diagnostics import (
    OptimizerStepRequestDiagnostics,
    check_optimizer_step_request_diagnostics,
)
from ..models.optimizer_step_request_non_finite import (
    OptimizerStepRequestNonFinite,
    check_optimizer_step_request_non_finite,
)
from ..models.optimizer_step_request_precision import (
    OptimizerStepRequestPrecision,
    check_optimizer_step_request_precision,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.optimizer_state import OptimizerState
    from ..models.optimizer_step_request_gradients import OptimizerStepRequestGradients
    from ..models.optimizer_step_request_hyperparameters import (
        OptimizerStepRequestHyperparameters,
    )
    from ..models.optimizer_step_request_parameters import (
        OptimizerStepRequestParameters,
    )


T = TypeVar("T", bound="OptimizerStepRequest")


@_attrs_define
class OptimizerStepRequest:
    """One step. Without a state, the first step."""

    gradients: OptimizerStepRequestGradients
    """ A gradient for each parameter, of the same shape. A parameter without a gradient stays as it is. """
    parameters: OptimizerStepRequestParameters
    """ The parameters at which the gradients were computed. """
    diagnostics: OptimizerStepRequestDiagnostics | Unset = UNSET
    """ tensors: each step also tells of each tensor. Default: steps. """
    hyperparameters: OptimizerStepRequestHyperparameters | Unset = UNSET
    """ As in the catalogue; absent ones take their defaults. """
    learning_rate: float | Unset = UNSET
    """ γ, the learning rate of this step. Default: that of the official code. """
    loss: float | NonFinite | Unset = UNSET
    """ The loss at the parameters at which the gradients were computed. """
    non_finite: OptimizerStepRequestNonFinite | Unset = UNSET
    """ What a step does with numbers that are not finite. refuse (default): 422, naming the first. skip: where the
    gradient has one, or a loss that is needed is one, leaves parameters and state as they are, as PyTorch's
    GradScaler does; the step keeps its place in the schedule. propagate: computes with them. """
    precision: OptimizerStepRequestPrecision | Unset = UNSET
    """ Precision of the computation. Default: float64; float32 for safetensors whose parameters are all F32. """
    sample_index: int | Unset = UNSET
    """ The sample of this loss and these gradients, from 0. """
    state: OptimizerState | Unset = UNSET
    """ The state between two steps. Send it back unchanged. """

    def to_dict(self) -> dict[str, Any]:
        gradients = self.gradients.to_dict()

        parameters = self.parameters.to_dict()

        diagnostics: str | Unset = UNSET
        if not isinstance(self.diagnostics, Unset):
            diagnostics = self.diagnostics

        hyperparameters: dict[str, Any] | Unset = UNSET
        if not isinstance(self.hyperparameters, Unset):
            hyperparameters = self.hyperparameters.to_dict()

        learning_rate = self.learning_rate

        loss: float | str | Unset
        if isinstance(self.loss, Unset):
            loss = UNSET
        elif isinstance(self.loss, str):
            loss = self.loss
        else:
            loss = self.loss

        non_finite: str | Unset = UNSET
        if not isinstance(self.non_finite, Unset):
            non_finite = self.non_finite

        precision: str | Unset = UNSET
        if not isinstance(self.precision, Unset):
            precision = self.precision

        sample_index = self.sample_index

        state: dict[str, Any] | Unset = UNSET
        if not isinstance(self.state, Unset):
            state = self.state.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "gradients": gradients,
                "parameters": parameters,
            }
        )
        if diagnostics is not UNSET:
            field_dict["diagnostics"] = diagnostics
        if hyperparameters is not UNSET:
            field_dict["hyperparameters"] = hyperparameters
        if learning_rate is not UNSET:
            field_dict["learningRate"] = learning_rate
        if loss is not UNSET:
            field_dict["loss"] = loss
        if non_finite is not UNSET:
            field_dict["nonFinite"] = non_finite
        if precision is not UNSET:
            field_dict["precision"] = precision
        if sample_index is not UNSET:
            field_dict["sampleIndex"] = sample_index
        if state is not UNSET:
            field_dict["state"] = state

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.optimizer_state import OptimizerState
        from ..models.optimizer_step_request_gradients import (
            OptimizerStepRequestGradients,
        )
        from ..models.optimizer_step_request_hyperparameters import (
            OptimizerStepRequestHyperparameters,
        )
        from ..models.optimizer_step_request_parameters import (
            OptimizerStepRequestParameters,
        )

        d = dict(src_dict)
        gradients = OptimizerStepRequestGradients.from_dict(d.pop("gradients"))

        parameters = OptimizerStepRequestParameters.from_dict(d.pop("parameters"))

        _diagnostics = d.pop("diagnostics", UNSET)
        diagnostics: OptimizerStepRequestDiagnostics | Unset
        if isinstance(_diagnostics, Unset):
            diagnostics = UNSET
        else:
            diagnostics = check_optimizer_step_request_diagnostics(_diagnostics)

        _hyperparameters = d.pop("hyperparameters", UNSET)
        hyperparameters: OptimizerStepRequestHyperparameters | Unset
        if isinstance(_hyperparameters, Unset):
            hyperparameters = UNSET
        else:
            hyperparameters = OptimizerStepRequestHyperparameters.from_dict(
                _hyperparameters
            )

        learning_rate = d.pop("learningRate", UNSET)

        def _parse_loss(data: object) -> float | NonFinite | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                loss_type_1 = check_non_finite(data)

                return loss_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite | Unset, data)

        loss = _parse_loss(d.pop("loss", UNSET))

        _non_finite = d.pop("nonFinite", UNSET)
        non_finite: OptimizerStepRequestNonFinite | Unset
        if isinstance(_non_finite, Unset):
            non_finite = UNSET
        else:
            non_finite = check_optimizer_step_request_non_finite(_non_finite)

        _precision = d.pop("precision", UNSET)
        precision: OptimizerStepRequestPrecision | Unset
        if isinstance(_precision, Unset):
            precision = UNSET
        else:
            precision = check_optimizer_step_request_precision(_precision)

        sample_index = d.pop("sampleIndex", UNSET)

        _state = d.pop("state", UNSET)
        state: OptimizerState | Unset
        if isinstance(_state, Unset):
            state = UNSET
        else:
            state = OptimizerState.from_dict(_state)

        optimizer_step_request = cls(
            gradients=gradients,
            parameters=parameters,
            diagnostics=diagnostics,
            hyperparameters=hyperparameters,
            learning_rate=learning_rate,
            loss=loss,
            non_finite=non_finite,
            precision=precision,
            sample_index=sample_index,
            state=state,
        )

        return optimizer_step_request
