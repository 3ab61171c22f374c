from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.optimizer_engine import OptimizerEngine
    from ..models.optimizer_state import OptimizerState
    from ..models.optimizer_step_answer_evaluation import OptimizerStepAnswerEvaluation
    from ..models.optimizer_step_answer_parameters import OptimizerStepAnswerParameters
    from ..models.step_diagnostics import StepDiagnostics


T = TypeVar("T", bound="OptimizerStepAnswer")


@_attrs_define
class OptimizerStepAnswer:
    """Parameters and state after a step."""

    diagnostics: StepDiagnostics
    """ Diagnostics of a step. Depending on the optimizer also d, dMax, dHat (dNumerator divided by dDenominator),
    s, lb, stepSize, weightSum, lrMax, polyakStep, gradientL1, innerProduct or effectiveLearningRate. """
    engine: OptimizerEngine
    """ The engine that computed the result. """
    parameters: OptimizerStepAnswerParameters
    """ The new parameters. """
    state: OptimizerState
    """ The state between two steps. Send it back unchanged. """
    evaluation: OptimizerStepAnswerEvaluation | Unset = UNSET
    """ The point to evaluate the model at, for optimizers where it differs from the parameters. """

    def to_dict(self) -> dict[str, Any]:
        diagnostics = self.diagnostics.to_dict()

        engine = self.engine.to_dict()

        parameters = self.parameters.to_dict()

        state = self.state.to_dict()

        evaluation: dict[str, Any] | Unset = UNSET
        if not isinstance(self.evaluation, Unset):
            evaluation = self.evaluation.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "diagnostics": diagnostics,
                "engine": engine,
                "parameters": parameters,
                "state": state,
            }
        )
        if evaluation is not UNSET:
            field_dict["evaluation"] = evaluation

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.optimizer_engine import OptimizerEngine
        from ..models.optimizer_state import OptimizerState
        from ..models.optimizer_step_answer_evaluation import (
            OptimizerStepAnswerEvaluation,
        )
        from ..models.optimizer_step_answer_parameters import (
            OptimizerStepAnswerParameters,
        )
        from ..models.step_diagnostics import StepDiagnostics

        d = dict(src_dict)
        diagnostics = StepDiagnostics.from_dict(d.pop("diagnostics"))

        engine = OptimizerEngine.from_dict(d.pop("engine"))

        parameters = OptimizerStepAnswerParameters.from_dict(d.pop("parameters"))

        state = OptimizerState.from_dict(d.pop("state"))

        _evaluation = d.pop("evaluation", UNSET)
        evaluation: OptimizerStepAnswerEvaluation | Unset
        if isinstance(_evaluation, Unset):
            evaluation = UNSET
        else:
            evaluation = OptimizerStepAnswerEvaluation.from_dict(_evaluation)

        optimizer_step_answer = cls(
            diagnostics=diagnostics,
            engine=engine,
            parameters=parameters,
            state=state,
            evaluation=evaluation,
        )

        return optimizer_step_answer
