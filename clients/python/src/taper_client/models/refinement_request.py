from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.non_finite import NonFinite, check_non_finite
from ..models.refinement_request_method import (
    RefinementRequestMethod,
    check_refinement_request_method,
)
from ..models.refinement_request_norm import (
    RefinementRequestNorm,
    check_refinement_request_norm,
)
from ..models.refinement_request_preset import (
    RefinementRequestPreset,
    check_refinement_request_preset,
)
from ..models.refinement_request_weighting import (
    RefinementRequestWeighting,
    check_refinement_request_weighting,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.refinement_request_trim import RefinementRequestTrim


T = TypeVar("T", bound="RefinementRequest")


@_attrs_define
class RefinementRequest:
    """Norms, or the run that has logged them, or several; and how to refine them."""

    method: RefinementRequestMethod | Unset = "closed-form"
    """ closed-form is the theorem of the paper, for the best weights of the steps. numeric is the schedule with the
    least general bound of all schedules; its last multiplier is above 0. """
    norm: RefinementRequestNorm | Unset = UNSET
    """ Which series to refine, or which norm `values` are. Default: the series that there is; where there are both,
    l1 if the optimizer of the run is adaptive and l2 if not; for `values` l2. """
    preset: RefinementRequestPreset | Unset = "paper"
    """ paper follows the text of the paper. reference reproduces the script of its authors: 2 points trimmed at
    each end, 10 000 positions, a filter of 1001 of them. """
    run_id: str | Unset = UNSET
    """ The id of a run: chosen by the client, or made by the service (UUIDv7). """
    run_ids: list[str] | Unset = UNSET
    """ Runs to refine together, from the median of their norms. """
    steps: int | Unset = UNSET
    """ Length of the schedule in optimizer steps. Default: totalSteps of the run, else what the norms extend over.
    """
    trim: RefinementRequestTrim | Unset = UNSET
    """ Usable points to leave out at the ends. """
    values: list[float | NonFinite] | Unset = UNSET
    """ Gradient norms of successive optimizer steps, raw and unsmoothed. """
    warmup_floor: float | Unset = 0.0
    """ Multipliers before the peak are at least this. """
    weighting: RefinementRequestWeighting | Unset = "auto"
    """ Weight of a step: inverse-square is ‖g‖⁻² (SGD on ℓ₂ norms), inverse is ‖g‖⁻¹ (Adam and its kin on ℓ₁
    norms). auto takes inverse-square for l2 and inverse for l1. """
    window: float | Unset = UNSET
    """ Width of the median filter as a fraction of the points. Default 0.1; 0 turns it off; not with preset
    reference. """

    def to_dict(self) -> dict[str, Any]:
        method: str | Unset = UNSET
        if not isinstance(self.method, Unset):
            method = self.method

        norm: str | Unset = UNSET
        if not isinstance(self.norm, Unset):
            norm = self.norm

        preset: str | Unset = UNSET
        if not isinstance(self.preset, Unset):
            preset = self.preset

        run_id = self.run_id

        run_ids: list[str] | Unset = UNSET
        if not isinstance(self.run_ids, Unset):
            run_ids = self.run_ids

        steps = self.steps

        trim: dict[str, Any] | Unset = UNSET
        if not isinstance(self.trim, Unset):
            trim = self.trim.to_dict()

        values: list[float | str] | Unset = UNSET
        if not isinstance(self.values, Unset):
            values = []
            for values_item_data in self.values:
                values_item: float | str
                if isinstance(values_item_data, str):
                    values_item = values_item_data
                else:
                    values_item = values_item_data
                values.append(values_item)

        warmup_floor = self.warmup_floor

        weighting: str | Unset = UNSET
        if not isinstance(self.weighting, Unset):
            weighting = self.weighting

        window = self.window

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if method is not UNSET:
            field_dict["method"] = method
        if norm is not UNSET:
            field_dict["norm"] = norm
        if preset is not UNSET:
            field_dict["preset"] = preset
        if run_id is not UNSET:
            field_dict["runId"] = run_id
        if run_ids is not UNSET:
            field_dict["runIds"] = run_ids
        if steps is not UNSET:
            field_dict["steps"] = steps
        if trim is not UNSET:
            field_dict["trim"] = trim
        if values is not UNSET:
            field_dict["values"] = values
        if warmup_floor is not UNSET:
            field_dict["warmupFloor"] = warmup_floor
        if weighting is not UNSET:
            field_dict["weighting"] = weighting
        if window is not UNSET:
            field_dict["window"] = window

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.refinement_request_trim import RefinementRequestTrim

        d = dict(src_dict)
        _method = d.pop("method", UNSET)
        method: RefinementRequestMethod | Unset
        if isinstance(_method, Unset):
            method = UNSET
        else:
            method = check_refinement_request_method(_method)

        _norm = d.pop("norm", UNSET)
        norm: RefinementRequestNorm | Unset
        if isinstance(_norm, Unset):
            norm = UNSET
        else:
            norm = check_refinement_request_norm(_norm)

        _preset = d.pop("preset", UNSET)
        preset: RefinementRequestPreset | Unset
        if isinstance(_preset, Unset):
            preset = UNSET
        else:
            preset = check_refinement_request_preset(_preset)

        run_id = d.pop("runId", UNSET)

        run_ids = cast(list[str], d.pop("runIds", UNSET))

        steps = d.pop("steps", UNSET)

        _trim = d.pop("trim", UNSET)
        trim: RefinementRequestTrim | Unset
        if isinstance(_trim, Unset):
            trim = UNSET
        else:
            trim = RefinementRequestTrim.from_dict(_trim)

        _values = d.pop("values", UNSET)
        values: list[float | NonFinite] | Unset = UNSET
        if _values is not UNSET:
            values = []
            for values_item_data in _values:

                def _parse_values_item(data: object) -> float | NonFinite:
                    try:
                        if not isinstance(data, str):
                            raise TypeError()
                        values_item_type_1 = check_non_finite(data)

                        return values_item_type_1
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    return cast(float | NonFinite, data)

                values_item = _parse_values_item(values_item_data)

                values.append(values_item)

        warmup_floor = d.pop("warmupFloor", UNSET)

        _weighting = d.pop("weighting", UNSET)
        weighting: RefinementRequestWeighting | Unset
        if isinstance(_weighting, Unset):
            weighting = UNSET
        else:
            weighting = check_refinement_request_weighting(_weighting)

        window = d.pop("window", UNSET)

        refinement_request = cls(
            method=method,
            norm=norm,
            preset=preset,
            run_id=run_id,
            run_ids=run_ids,
            steps=steps,
            trim=trim,
            values=values,
            warmup_floor=warmup_floor,
            weighting=weighting,
            window=window,
        )

        return refinement_request
