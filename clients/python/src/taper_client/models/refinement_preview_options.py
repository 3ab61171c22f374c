from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.refinement_preview_options_loss import (
    RefinementPreviewOptionsLoss,
    check_refinement_preview_options_loss,
)
from ..models.refinement_preview_options_method import (
    RefinementPreviewOptionsMethod,
    check_refinement_preview_options_method,
)
from ..models.refinement_preview_options_norm import (
    RefinementPreviewOptionsNorm,
    check_refinement_preview_options_norm,
)
from ..models.refinement_preview_options_preset import (
    RefinementPreviewOptionsPreset,
    check_refinement_preview_options_preset,
)
from ..models.refinement_preview_options_scale_by import (
    RefinementPreviewOptionsScaleBy,
    check_refinement_preview_options_scale_by,
)
from ..models.refinement_preview_options_weighting import (
    RefinementPreviewOptionsWeighting,
    check_refinement_preview_options_weighting,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.refinement_preview_options_trim import RefinementPreviewOptionsTrim


T = TypeVar("T", bound="RefinementPreviewOptions")


@_attrs_define
class RefinementPreviewOptions:
    """How to refine. Every field may be left out."""

    dead_band: float | Unset = UNSET
    """ Changes of the norm by less than this factor do not change the schedule. Default 1.25; wider where the norms
    are noisy. Only with preset robust. """
    final: float | Unset = 0.0
    """ The multiplier that the schedule falls to: each multiplier m becomes final + (1 − final)·m. """
    loss: RefinementPreviewOptionsLoss | Unset = UNSET
    """ auto, the default, reads the losses where there are any; none goes without them. Only with preset robust.
    """
    method: RefinementPreviewOptionsMethod | Unset = "closed-form"
    """ closed-form is the paper's theorem for the best weights. numeric is the schedule with the least general
    bound of all; its last multiplier is above 0. """
    norm: RefinementPreviewOptionsNorm | Unset = UNSET
    """ Which series to refine, or which norm `values` are. Default: the only series; if there are both, l1 for an
    adaptive optimizer and l2 otherwise; l2 for `values`. """
    norm_floor: float | Unset = 0.0
    """ Filtered norms below this share of their median are raised to it, so that a dead stretch does not take all
    of the rate. """
    preset: RefinementPreviewOptionsPreset | Unset = "robust"
    """ robust reads the losses beside the norms, and changes the schedule only as far as the loss does not explain
    the norm. paper follows the paper. reference reproduces its authors' script: it trims 2 points at each end and
    filters 10 000 positions with a width of 1001. """
    ramp: float | Unset = UNSET
    """ Length of a linear warm-up that the multipliers are multiplied by, as a fraction. Default 0.05 with preset
    robust, else 0. """
    scale_by: RefinementPreviewOptionsScaleBy | Unset = "none"
    """ weight-norm refines ‖g‖·‖w‖ in place of ‖g‖, for weights that are scale invariant, as before normalisation:
    the schedule is then one of the effective rate. The run must have logged `weight-norm`. """
    steps: int | Unset = UNSET
    """ Length of the schedule in optimizer steps. Default: totalSteps of the run, else the steps that the norms
    span. """
    trim: RefinementPreviewOptionsTrim | Unset = UNSET
    """ Usable points to drop at each end. """
    warmup_floor: float | Unset = 0.0
    """ Least multiplier before the peak. """
    weighting: RefinementPreviewOptionsWeighting | Unset = "auto"
    """ Weight of a step: inverse-square is ‖g‖⁻² (SGD, ℓ₂ norms), inverse is ‖g‖⁻¹ (Adam and its kin, ℓ₁ norms).
    auto means inverse-square for l2 and inverse for l1. """
    window: float | Unset = UNSET
    """ Width of the median filter as a fraction of the points. Default 0.1; 0 turns it off. Not allowed with preset
    reference. """

    def to_dict(self) -> dict[str, Any]:
        dead_band = self.dead_band

        final = self.final

        loss: str | Unset = UNSET
        if not isinstance(self.loss, Unset):
            loss = self.loss

        method: str | Unset = UNSET
        if not isinstance(self.method, Unset):
            method = self.method

        norm: str | Unset = UNSET
        if not isinstance(self.norm, Unset):
            norm = self.norm

        norm_floor = self.norm_floor

        preset: str | Unset = UNSET
        if not isinstance(self.preset, Unset):
            preset = self.preset

        ramp = self.ramp

        scale_by: str | Unset = UNSET
        if not isinstance(self.scale_by, Unset):
            scale_by = self.scale_by

        steps = self.steps

        trim: dict[str, Any] | Unset = UNSET
        if not isinstance(self.trim, Unset):
            trim = self.trim.to_dict()

        warmup_floor = self.warmup_floor

        weighting: str | Unset = UNSET
        if not isinstance(self.weighting, Unset):
            weighting = self.weighting

        window = self.window

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if dead_band is not UNSET:
            field_dict["deadBand"] = dead_band
        if final is not UNSET:
            field_dict["final"] = final
        if loss is not UNSET:
            field_dict["loss"] = loss
        if method is not UNSET:
            field_dict["method"] = method
        if norm is not UNSET:
            field_dict["norm"] = norm
        if norm_floor is not UNSET:
            field_dict["normFloor"] = norm_floor
        if preset is not UNSET:
            field_dict["preset"] = preset
        if ramp is not UNSET:
            field_dict["ramp"] = ramp
        if scale_by is not UNSET:
            field_dict["scaleBy"] = scale_by
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

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.refinement_preview_options_trim import (
            RefinementPreviewOptionsTrim,
        )

        d = dict(src_dict)
        dead_band = d.pop("deadBand", UNSET)

        final = d.pop("final", UNSET)

        _loss = d.pop("loss", UNSET)
        loss: RefinementPreviewOptionsLoss | Unset
        if isinstance(_loss, Unset):
            loss = UNSET
        else:
            loss = check_refinement_preview_options_loss(_loss)

        _method = d.pop("method", UNSET)
        method: RefinementPreviewOptionsMethod | Unset
        if isinstance(_method, Unset):
            method = UNSET
        else:
            method = check_refinement_preview_options_method(_method)

        _norm = d.pop("norm", UNSET)
        norm: RefinementPreviewOptionsNorm | Unset
        if isinstance(_norm, Unset):
            norm = UNSET
        else:
            norm = check_refinement_preview_options_norm(_norm)

        norm_floor = d.pop("normFloor", UNSET)

        _preset = d.pop("preset", UNSET)
        preset: RefinementPreviewOptionsPreset | Unset
        if isinstance(_preset, Unset):
            preset = UNSET
        else:
            preset = check_refinement_preview_options_preset(_preset)

        ramp = d.pop("ramp", UNSET)

        _scale_by = d.pop("scaleBy", UNSET)
        scale_by: RefinementPreviewOptionsScaleBy | Unset
        if isinstance(_scale_by, Unset):
            scale_by = UNSET
        else:
            scale_by = check_refinement_preview_options_scale_by(_scale_by)

        steps = d.pop("steps", UNSET)

        _trim = d.pop("trim", UNSET)
        trim: RefinementPreviewOptionsTrim | Unset
        if isinstance(_trim, Unset):
            trim = UNSET
        else:
            trim = RefinementPreviewOptionsTrim.from_dict(_trim)

        warmup_floor = d.pop("warmupFloor", UNSET)

        _weighting = d.pop("weighting", UNSET)
        weighting: RefinementPreviewOptionsWeighting | Unset
        if isinstance(_weighting, Unset):
            weighting = UNSET
        else:
            weighting = check_refinement_preview_options_weighting(_weighting)

        window = d.pop("window", UNSET)

        refinement_preview_options = cls(
            dead_band=dead_band,
            final=final,
            loss=loss,
            method=method,
            norm=norm,
            norm_floor=norm_floor,
            preset=preset,
            ramp=ramp,
            scale_by=scale_by,
            steps=steps,
            trim=trim,
            warmup_floor=warmup_floor,
            weighting=weighting,
            window=window,
        )

        return refinement_preview_options
