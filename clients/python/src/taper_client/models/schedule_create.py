from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.schedule_create_method import (
    ScheduleCreateMethod,
    check_schedule_create_method,
)
from ..models.schedule_create_norm import ScheduleCreateNorm, check_schedule_create_norm
from ..models.schedule_create_preset import (
    ScheduleCreatePreset,
    check_schedule_create_preset,
)
from ..models.schedule_create_weighting import (
    ScheduleCreateWeighting,
    check_schedule_create_weighting,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.schedule_create_trim import ScheduleCreateTrim


T = TypeVar("T", bound="ScheduleCreate")


@_attrs_define
class ScheduleCreate:
    """How to refine the norms of the run; and a name for the schedule."""

    method: ScheduleCreateMethod | Unset = "closed-form"
    """ closed-form is the paper's theorem for the best weights. numeric is the schedule with the least general
    bound of all; its last multiplier is above 0. """
    name: None | str | Unset = UNSET
    norm: ScheduleCreateNorm | Unset = UNSET
    """ Which series to refine, or which norm `values` are. Default: the only series; if there are both, l1 for an
    adaptive optimizer and l2 otherwise; l2 for `values`. """
    preset: ScheduleCreatePreset | Unset = "paper"
    """ paper follows the paper. reference reproduces its authors' script: it trims 2 points at each end and filters
    10 000 positions with a width of 1001. """
    steps: int | Unset = UNSET
    """ Length of the schedule in optimizer steps. Default: totalSteps of the run, else the steps that the norms
    span. """
    trim: ScheduleCreateTrim | Unset = UNSET
    """ Usable points to drop at each end. """
    warmup_floor: float | Unset = 0.0
    """ Least multiplier before the peak. """
    weighting: ScheduleCreateWeighting | Unset = "auto"
    """ Weight of a step: inverse-square is ‖g‖⁻² (SGD, ℓ₂ norms), inverse is ‖g‖⁻¹ (Adam and its kin, ℓ₁ norms).
    auto means inverse-square for l2 and inverse for l1. """
    window: float | Unset = UNSET
    """ Width of the median filter as a fraction of the points. Default 0.1; 0 turns it off. Not allowed with preset
    reference. """
    with_runs: list[str] | Unset = UNSET
    """ More runs; the median of the norms of all is refined. """

    def to_dict(self) -> dict[str, Any]:
        method: str | Unset = UNSET
        if not isinstance(self.method, Unset):
            method = self.method

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        norm: str | Unset = UNSET
        if not isinstance(self.norm, Unset):
            norm = self.norm

        preset: str | Unset = UNSET
        if not isinstance(self.preset, Unset):
            preset = self.preset

        steps = self.steps

        trim: dict[str, Any] | Unset = UNSET
        if not isinstance(self.trim, Unset):
            trim = self.trim.to_dict()

        warmup_floor = self.warmup_floor

        weighting: str | Unset = UNSET
        if not isinstance(self.weighting, Unset):
            weighting = self.weighting

        window = self.window

        with_runs: list[str] | Unset = UNSET
        if not isinstance(self.with_runs, Unset):
            with_runs = self.with_runs

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if method is not UNSET:
            field_dict["method"] = method
        if name is not UNSET:
            field_dict["name"] = name
        if norm is not UNSET:
            field_dict["norm"] = norm
        if preset is not UNSET:
            field_dict["preset"] = preset
        if steps is not UNSET:
            field_dict["steps"] = steps
        if trim is not UNSET:
            field_dict["trim"] = trim
        if warmup_floor is not UNSET:
            field_dict["warmupFloor"] = warmup_floor
        if weighting is not UNSET:
            field_dict["weighting"] = weighting
        if window is not UNSET:
            field_dict["window"] = window
        if with_runs is not UNSET:
            field_dict["withRuns"] = with_runs

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.schedule_create_trim import ScheduleCreateTrim

        d = dict(src_dict)
        _method = d.pop("method", UNSET)
        method: ScheduleCreateMethod | Unset
        if isinstance(_method, Unset):
            method = UNSET
        else:
            method = check_schedule_create_method(_method)

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        _norm = d.pop("norm", UNSET)
        norm: ScheduleCreateNorm | Unset
        if isinstance(_norm, Unset):
            norm = UNSET
        else:
            norm = check_schedule_create_norm(_norm)

        _preset = d.pop("preset", UNSET)
        preset: ScheduleCreatePreset | Unset
        if isinstance(_preset, Unset):
            preset = UNSET
        else:
            preset = check_schedule_create_preset(_preset)

        steps = d.pop("steps", UNSET)

        _trim = d.pop("trim", UNSET)
        trim: ScheduleCreateTrim | Unset
        if isinstance(_trim, Unset):
            trim = UNSET
        else:
            trim = ScheduleCreateTrim.from_dict(_trim)

        warmup_floor = d.pop("warmupFloor", UNSET)

        _weighting = d.pop("weighting", UNSET)
        weighting: ScheduleCreateWeighting | Unset
        if isinstance(_weighting, Unset):
            weighting = UNSET
        else:
            weighting = check_schedule_create_weighting(_weighting)

        window = d.pop("window", UNSET)

        with_runs = cast(list[str], d.pop("withRuns", UNSET))

        schedule_create = cls(
            method=method,
            name=name,
            norm=norm,
            preset=preset,
            steps=steps,
            trim=trim,
            warmup_floor=warmup_floor,
            weighting=weighting,
            window=window,
            with_runs=with_runs,
        )

        return schedule_create
