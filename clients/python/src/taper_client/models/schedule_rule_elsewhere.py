from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="ScheduleRuleElsewhere")


@_attrs_define
class ScheduleRuleElsewhere:
    """Its name in other libraries. `offByOne` says how they differ."""

    optax: None | str
    pytorch: None | str
    transformers: None | str

    def to_dict(self) -> dict[str, Any]:
        optax: None | str
        optax = self.optax

        pytorch: None | str
        pytorch = self.pytorch

        transformers: None | str
        transformers = self.transformers

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "optax": optax,
                "pytorch": pytorch,
                "transformers": transformers,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_optax(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        optax = _parse_optax(d.pop("optax"))

        def _parse_pytorch(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        pytorch = _parse_pytorch(d.pop("pytorch"))

        def _parse_transformers(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        transformers = _parse_transformers(d.pop("transformers"))

        schedule_rule_elsewhere = cls(
            optax=optax,
            pytorch=pytorch,
            transformers=transformers,
        )

        return schedule_rule_elsewhere
