from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="LogFacts")


@_attrs_define
class LogFacts:
    """What the log says of the run; written to it where it is unknown there."""

    clip_norm: float | Unset = UNSET
    """ The norm that gradients were clipped to. """
    optimizer: str | Unset = UNSET
    """ The optimizer. """
    peak_learning_rate: float | Unset = UNSET
    """ The largest learning rate, where the rates have come down from it. """
    total_steps: int | Unset = UNSET
    """ Length of the whole training in optimizer steps. """
    weight_decay: float | Unset = UNSET
    """ The weight decay λ. """

    def to_dict(self) -> dict[str, Any]:
        clip_norm = self.clip_norm

        optimizer = self.optimizer

        peak_learning_rate = self.peak_learning_rate

        total_steps = self.total_steps

        weight_decay = self.weight_decay

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if clip_norm is not UNSET:
            field_dict["clipNorm"] = clip_norm
        if optimizer is not UNSET:
            field_dict["optimizer"] = optimizer
        if peak_learning_rate is not UNSET:
            field_dict["peakLearningRate"] = peak_learning_rate
        if total_steps is not UNSET:
            field_dict["totalSteps"] = total_steps
        if weight_decay is not UNSET:
            field_dict["weightDecay"] = weight_decay

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        clip_norm = d.pop("clipNorm", UNSET)

        optimizer = d.pop("optimizer", UNSET)

        peak_learning_rate = d.pop("peakLearningRate", UNSET)

        total_steps = d.pop("totalSteps", UNSET)

        weight_decay = d.pop("weightDecay", UNSET)

        log_facts = cls(
            clip_norm=clip_norm,
            optimizer=optimizer,
            peak_learning_rate=peak_learning_rate,
            total_steps=total_steps,
            weight_decay=weight_decay,
        )

        return log_facts
