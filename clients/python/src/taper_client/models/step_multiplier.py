from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="StepMultiplier")


@_attrs_define
class StepMultiplier:
    """The multiplier of one step."""

    multiplier: float
    step: int
    clamped: bool | Unset = UNSET
    """ True if the step is past the end; the multiplier is then the last one. """
    learning_rate: float | Unset = UNSET
    """ Multiplier × peak, if the peak is known. """

    def to_dict(self) -> dict[str, Any]:
        multiplier = self.multiplier

        step = self.step

        clamped = self.clamped

        learning_rate = self.learning_rate

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "multiplier": multiplier,
                "step": step,
            }
        )
        if clamped is not UNSET:
            field_dict["clamped"] = clamped
        if learning_rate is not UNSET:
            field_dict["learningRate"] = learning_rate

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        multiplier = d.pop("multiplier")

        step = d.pop("step")

        clamped = d.pop("clamped", UNSET)

        learning_rate = d.pop("learningRate", UNSET)

        step_multiplier = cls(
            multiplier=multiplier,
            step=step,
            clamped=clamped,
            learning_rate=learning_rate,
        )

        return step_multiplier
