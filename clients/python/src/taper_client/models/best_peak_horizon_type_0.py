from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="BestPeakHorizonType0")


@_attrs_define
class BestPeakHorizonType0:
    """The best peak over `steps`: from T^−½ of convex theory to T^−0.32 as measured. A range, not a forecast."""

    from_steps: int
    """ That of the runs. """
    high: float
    low: float
    steps: int
    """ The length that was asked for. """

    def to_dict(self) -> dict[str, Any]:
        from_steps = self.from_steps

        high = self.high

        low = self.low

        steps = self.steps

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "fromSteps": from_steps,
                "high": high,
                "low": low,
                "steps": steps,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        from_steps = d.pop("fromSteps")

        high = d.pop("high")

        low = d.pop("low")

        steps = d.pop("steps")

        best_peak_horizon_type_0 = cls(
            from_steps=from_steps,
            high=high,
            low=low,
            steps=steps,
        )

        return best_peak_horizon_type_0
