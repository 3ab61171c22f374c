from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.non_finite import NonFinite, check_non_finite
from ..types import UNSET, Unset

T = TypeVar("T", bound="TensorDiagnostics")


@_attrs_define
class TensorDiagnostics:
    """One tensor in one step."""

    gradient_norm: float | NonFinite
    """ ‖g‖₂. """
    update_norm: float | NonFinite
    """ ‖x′ − x‖₂. """
    weight_norm: float | NonFinite
    """ ‖x‖₂, before the step. """
    gradient_ratio: float | NonFinite | Unset = UNSET
    """ ‖g‖/‖x‖; absent where x = 0. """
    update_ratio: float | NonFinite | Unset = UNSET
    """ ‖x′ − x‖/‖x‖; absent where x = 0. """

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

        weight_norm: float | str
        if isinstance(self.weight_norm, str):
            weight_norm = self.weight_norm
        else:
            weight_norm = self.weight_norm

        gradient_ratio: float | str | Unset
        if isinstance(self.gradient_ratio, Unset):
            gradient_ratio = UNSET
        elif isinstance(self.gradient_ratio, str):
            gradient_ratio = self.gradient_ratio
        else:
            gradient_ratio = self.gradient_ratio

        update_ratio: float | str | Unset
        if isinstance(self.update_ratio, Unset):
            update_ratio = UNSET
        elif isinstance(self.update_ratio, str):
            update_ratio = self.update_ratio
        else:
            update_ratio = self.update_ratio

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "gradientNorm": gradient_norm,
                "updateNorm": update_norm,
                "weightNorm": weight_norm,
            }
        )
        if gradient_ratio is not UNSET:
            field_dict["gradientRatio"] = gradient_ratio
        if update_ratio is not UNSET:
            field_dict["updateRatio"] = update_ratio

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
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

        def _parse_weight_norm(data: object) -> float | NonFinite:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                weight_norm_type_1 = check_non_finite(data)

                return weight_norm_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite, data)

        weight_norm = _parse_weight_norm(d.pop("weightNorm"))

        def _parse_gradient_ratio(data: object) -> float | NonFinite | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                gradient_ratio_type_1 = check_non_finite(data)

                return gradient_ratio_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite | Unset, data)

        gradient_ratio = _parse_gradient_ratio(d.pop("gradientRatio", UNSET))

        def _parse_update_ratio(data: object) -> float | NonFinite | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                update_ratio_type_1 = check_non_finite(data)

                return update_ratio_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite | Unset, data)

        update_ratio = _parse_update_ratio(d.pop("updateRatio", UNSET))

        tensor_diagnostics = cls(
            gradient_norm=gradient_norm,
            update_norm=update_norm,
            weight_norm=weight_norm,
            gradient_ratio=gradient_ratio,
            update_ratio=update_ratio,
        )

        return tensor_diagnostics
