from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.horizon_create_method import (
    HorizonCreateMethod,
    check_horizon_create_method,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="HorizonCreate")


@_attrs_define
class HorizonCreate:
    """A new length for a run in progress."""

    steps: float
    """ New length of the whole run, in optimizer steps (at most 100000000) or in `unit`. """
    from_step: float | Unset = UNSET
    """ The first step still to come. Earlier multipliers stay. Default: the first step of the cooldown, or 0 if
    there is none. The number of steps of the old schedule goes on after its end. """
    method: HorizonCreateMethod | Unset = UNSET
    """ two-stage continues at a lower plateau, cooldown lengthens the cooldown; both keep the optimal rate. stretch
    stretches the rest of the curve. rewarm rises again from the last past multiplier, then decays: to go on after
    the end. Default: two-stage for `wsd`, else stretch; rewarm after the end. """
    name: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        steps = self.steps

        from_step = self.from_step

        method: str | Unset = UNSET
        if not isinstance(self.method, Unset):
            method = self.method

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "steps": steps,
            }
        )
        if from_step is not UNSET:
            field_dict["fromStep"] = from_step
        if method is not UNSET:
            field_dict["method"] = method
        if name is not UNSET:
            field_dict["name"] = name

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        steps = d.pop("steps")

        from_step = d.pop("fromStep", UNSET)

        _method = d.pop("method", UNSET)
        method: HorizonCreateMethod | Unset
        if isinstance(_method, Unset):
            method = UNSET
        else:
            method = check_horizon_create_method(_method)

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        horizon_create = cls(
            steps=steps,
            from_step=from_step,
            method=method,
            name=name,
        )

        return horizon_create
