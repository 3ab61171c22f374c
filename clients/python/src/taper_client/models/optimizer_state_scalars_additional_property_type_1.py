from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.non_finite import NonFinite, check_non_finite

T = TypeVar("T", bound="OptimizerStateScalarsAdditionalPropertyType1")


@_attrs_define
class OptimizerStateScalarsAdditionalPropertyType1:
    additional_properties: dict[str, float | NonFinite] = _attrs_field(
        init=False, factory=dict
    )

    def to_dict(self) -> dict[str, Any]:

        field_dict: dict[str, Any] = {}
        for prop_name, prop in self.additional_properties.items():
            if isinstance(prop, str):
                field_dict[prop_name] = prop
            else:
                field_dict[prop_name] = prop

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        optimizer_state_scalars_additional_property_type_1 = cls()

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

        optimizer_state_scalars_additional_property_type_1.additional_properties = (
            additional_properties
        )
        return optimizer_state_scalars_additional_property_type_1

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
