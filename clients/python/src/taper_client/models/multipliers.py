from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="Multipliers")


@_attrs_define
class Multipliers:
    """Multipliers of the peak learning rate."""

    multipliers: list[float]
    """ One per optimizer step, from `fromStep` on. """
    steps: int
    """ Number of multipliers. """

    def to_dict(self) -> dict[str, Any]:
        multipliers = self.multipliers

        steps = self.steps

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "multipliers": multipliers,
                "steps": steps,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        multipliers = cast(list[float], d.pop("multipliers"))

        steps = d.pop("steps")

        multipliers = cls(
            multipliers=multipliers,
            steps=steps,
        )

        return multipliers
