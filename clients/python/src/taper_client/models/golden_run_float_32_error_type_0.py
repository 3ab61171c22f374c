from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="GoldenRunFloat32ErrorType0")


@_attrs_define
class GoldenRunFloat32ErrorType0:
    parameters: float
    scalars: float

    def to_dict(self) -> dict[str, Any]:
        parameters = self.parameters

        scalars = self.scalars

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "parameters": parameters,
                "scalars": scalars,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        parameters = d.pop("parameters")

        scalars = d.pop("scalars")

        golden_run_float_32_error_type_0 = cls(
            parameters=parameters,
            scalars=scalars,
        )

        return golden_run_float_32_error_type_0
