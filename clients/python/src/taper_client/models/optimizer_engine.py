from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.optimizer_engine_name import (
    OptimizerEngineName,
    check_optimizer_engine_name,
)
from ..models.optimizer_engine_precision import (
    OptimizerEnginePrecision,
    check_optimizer_engine_precision,
)

T = TypeVar("T", bound="OptimizerEngine")


@_attrs_define
class OptimizerEngine:
    """The engine that computed the result."""

    device: str
    library: None | str
    name: OptimizerEngineName
    precision: OptimizerEnginePrecision

    def to_dict(self) -> dict[str, Any]:
        device = self.device

        library: None | str
        library = self.library

        name: str = self.name

        precision: str = self.precision

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "device": device,
                "library": library,
                "name": name,
                "precision": precision,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        device = d.pop("device")

        def _parse_library(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        library = _parse_library(d.pop("library"))

        name = check_optimizer_engine_name(d.pop("name"))

        precision = check_optimizer_engine_precision(d.pop("precision"))

        optimizer_engine = cls(
            device=device,
            library=library,
            name=name,
            precision=precision,
        )

        return optimizer_engine
