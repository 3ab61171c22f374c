from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.non_finite import NonFinite, check_non_finite

if TYPE_CHECKING:
    from ..models.optimizer_state_scalars_additional_property_type_1 import (
        OptimizerStateScalarsAdditionalPropertyType1,
    )


T = TypeVar("T", bound="OptimizerStateScalars")


@_attrs_define
class OptimizerStateScalars:
    """Scalars by name: one number, or one number per parameter."""

    additional_properties: dict[
        str, float | NonFinite | OptimizerStateScalarsAdditionalPropertyType1
    ] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.optimizer_state_scalars_additional_property_type_1 import (
            OptimizerStateScalarsAdditionalPropertyType1,
        )

        field_dict: dict[str, Any] = {}
        for prop_name, prop in self.additional_properties.items():
            if isinstance(prop, str):
                field_dict[prop_name] = prop
            elif isinstance(prop, OptimizerStateScalarsAdditionalPropertyType1):
                field_dict[prop_name] = prop.to_dict()
            else:
                field_dict[prop_name] = prop

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.optimizer_state_scalars_additional_property_type_1 import (
            OptimizerStateScalarsAdditionalPropertyType1,
        )

        d = dict(src_dict)
        optimizer_state_scalars = cls()

        additional_properties = {}
        for prop_name, prop_dict in d.items():

            def _parse_additional_property(
                data: object,
            ) -> float | NonFinite | OptimizerStateScalarsAdditionalPropertyType1:
                try:
                    if not isinstance(data, str):
                        raise TypeError()
                    componentsschemas_float_type_1 = check_non_finite(data)

                    return componentsschemas_float_type_1
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    additional_property_type_1 = (
                        OptimizerStateScalarsAdditionalPropertyType1.from_dict(data)
                    )

                    return additional_property_type_1
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                return cast(
                    float | NonFinite | OptimizerStateScalarsAdditionalPropertyType1,
                    data,
                )

            additional_property = _parse_additional_property(prop_dict)

            additional_properties[prop_name] = additional_property

        optimizer_state_scalars.additional_properties = additional_properties
        return optimizer_state_scalars

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(
        self, key: str
    ) -> float | NonFinite | OptimizerStateScalarsAdditionalPropertyType1:
        return self.additional_properties[key]

    def __setitem__(
        self,
        key: str,
        value: float | NonFinite | OptimizerStateScalarsAdditionalPropertyType1,
    ) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
