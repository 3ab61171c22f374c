from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ForecastRequestSearch")


@_attrs_define
class ForecastRequestSearch:
    """Searches cooldowns, shapes and floors for the least loss; `{}` takes all defaults."""

    peak_learning_rate: float | Unset = UNSET
    """ Default: the largest of the curves. """
    steps: int | Unset = UNSET
    """ Length of the training. Default: `steps`, else that of the longest curve. """
    warmup: int | Unset = UNSET
    """ Steps of the warm-up. Default: that of the curve. """

    def to_dict(self) -> dict[str, Any]:
        peak_learning_rate = self.peak_learning_rate

        steps = self.steps

        warmup = self.warmup

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if peak_learning_rate is not UNSET:
            field_dict["peakLearningRate"] = peak_learning_rate
        if steps is not UNSET:
            field_dict["steps"] = steps
        if warmup is not UNSET:
            field_dict["warmup"] = warmup

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        peak_learning_rate = d.pop("peakLearningRate", UNSET)

        steps = d.pop("steps", UNSET)

        warmup = d.pop("warmup", UNSET)

        forecast_request_search = cls(
            peak_learning_rate=peak_learning_rate,
            steps=steps,
            warmup=warmup,
        )

        return forecast_request_search
