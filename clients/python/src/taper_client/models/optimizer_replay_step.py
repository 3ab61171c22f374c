from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.non_finite import NonFinite, check_non_finite
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.optimizer_replay_step_gradients import OptimizerReplayStepGradients


T = TypeVar("T", bound="OptimizerReplayStep")


@_attrs_define
class OptimizerReplayStep:
    """One step of a replay."""

    gradients: OptimizerReplayStepGradients
    """ A gradient for each parameter, of the same shape. A parameter without a gradient stays as it is. """
    learning_rate: float | Unset = UNSET
    """ γ, the learning rate of this step. Default: that of the official code. """
    loss: float | NonFinite | Unset = UNSET
    """ The loss at the parameters at which the gradients were computed. """
    sample_index: int | Unset = UNSET
    """ The sample of this loss and these gradients, from 0. """

    def to_dict(self) -> dict[str, Any]:
        gradients = self.gradients.to_dict()

        learning_rate = self.learning_rate

        loss: float | str | Unset
        if isinstance(self.loss, Unset):
            loss = UNSET
        elif isinstance(self.loss, str):
            loss = self.loss
        else:
            loss = self.loss

        sample_index = self.sample_index

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "gradients": gradients,
            }
        )
        if learning_rate is not UNSET:
            field_dict["learningRate"] = learning_rate
        if loss is not UNSET:
            field_dict["loss"] = loss
        if sample_index is not UNSET:
            field_dict["sampleIndex"] = sample_index

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.optimizer_replay_step_gradients import (
            OptimizerReplayStepGradients,
        )

        d = dict(src_dict)
        gradients = OptimizerReplayStepGradients.from_dict(d.pop("gradients"))

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

        sample_index = d.pop("sampleIndex", UNSET)

        optimizer_replay_step = cls(
            gradients=gradients,
            learning_rate=learning_rate,
            loss=loss,
            sample_index=sample_index,
        )

        return optimizer_replay_step
