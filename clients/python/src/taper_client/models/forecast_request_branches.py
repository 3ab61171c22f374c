from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="ForecastRequestBranches")


@_attrs_define
class ForecastRequestBranches:
    """Cooldowns from a step of `self`, else of the first curve: every shape over every length."""

    from_step: int
    """ k: the steps before it are done. """
    lengths: list[float]
    """ How long the cooldowns are. """
    shapes: list[str]
    """ How they fall, from the rate at step k on. """

    def to_dict(self) -> dict[str, Any]:
        from_step = self.from_step

        lengths = self.lengths

        shapes = self.shapes

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "fromStep": from_step,
                "lengths": lengths,
                "shapes": shapes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        from_step = d.pop("fromStep")

        lengths = cast(list[float], d.pop("lengths"))

        shapes = cast(list[str], d.pop("shapes"))

        forecast_request_branches = cls(
            from_step=from_step,
            lengths=lengths,
            shapes=shapes,
        )

        return forecast_request_branches
