from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.non_finite import NonFinite, check_non_finite
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.step_diagnostics_tensors import StepDiagnosticsTensors


T = TypeVar("T", bound="StepDiagnostics")


@_attrs_define
class StepDiagnostics:
    """Diagnostics of a step. Depending on the optimizer also d, dMax, dHat (dNumerator divided by dDenominator), s, lb,
    stepSize, weightSum, lrMax, polyakStep, gradientL1, innerProduct or effectiveLearningRate.

    """

    gradient_norm: float | NonFinite
    """ ‖g‖₂ over all tensors. """
    update_norm: float | NonFinite
    """ ‖x′ − x‖₂ over all tensors. """
    skipped: bool | Unset = UNSET
    """ With `nonFinite: skip`: true where the step was left out. """
    tensors: StepDiagnosticsTensors | Unset = UNSET
    """ With `diagnostics: tensors`: each tensor whose gradient came. """
    additional_properties: dict[str, float | NonFinite] = _attrs_field(
        init=False, factory=dict
    )

    def to_dict(self) -> dict[str, Any]:
        gradient_norm: float | str
        if isinstance(self.gradient_norm, str):
            gradient_norm = self.gradient_norm
        else:
            gradient_norm = self.gradient_norm

        update_norm: float | str
        if isinstance(self.update_norm, str):
            update_norm = self.update_norm
        else:
            update_norm = self.update_norm

        skipped = self.skipped

        tensors: dict[str, Any] | Unset = UNSET
        if not isinstance(self.tensors, Unset):
            tensors = self.tensors.to_dict()

        field_dict: dict[str, Any] = {}
        for prop_name, prop in self.additional_properties.items():
            if isinstance(prop, str):
                field_dict[prop_name] = prop
            else:
                field_dict[prop_name] = prop

        field_dict.update(
            {
                "gradientNorm": gradient_norm,
                "updateNorm": update_norm,
            }
        )
        if skipped is not UNSET:
            field_dict["skipped"] = skipped
        if tensors is not UNSET:
            field_dict["tensors"] = tensors

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.step_diagnostics_tensors import StepDiagnosticsTensors

        d = dict(src_dict)

        def _parse_gradient_norm(data: object) -> float | NonFinite:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                gradient_norm_type_1 = check_non_finite(data)

                return gradient_norm_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite, data)

        gradient_norm = _parse_gradient_norm(d.pop("gradientNorm"))

        def _parse_update_norm(data: object) -> float | NonFinite:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                update_norm_type_1 = check_non_finite(data)

                return update_norm_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite, data)

        update_norm = _parse_update_norm(d.pop("updateNorm"))

        skipped = d.pop("skipped", UNSET)

        _tensors = d.pop("tensors", UNSET)
        tensors: StepDiagnosticsTensors | Unset
        if isinstance(_tensors, Unset):
            tensors = UNSET
        else:
            tensors = StepDiagnosticsTensors.from_dict(_tensors)

        step_diagnostics = cls(
            gradient_norm=gradient_norm,
            update_norm=update_norm,
            skipped=skipped,
            tensors=tensors,
        )

        additional_properties = {}
        for prop_name, prop_dict in d.items():

            def _parse_additional_property(data: object) -> float | NonFinite:
                try:
                    if not isinstance(data, str):
                        raise TypeError()
                    componentsschemas_float_type_1 = check_non_finite(data)

                    return componentsschemas_float_type_1
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                return cast(float | NonFinite, data)

            additional_property = _parse_additional_property(prop_dict)

            additional_properties[prop_name] = additional_property

        step_diagnostics.additional_properties = additional_properties
        return step_diagnostics

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> float | NonFinite:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: float | NonFinite) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
