from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="ReadColumns")


@_attrs_define
class ReadColumns:
    """Which columns of a CSV, or fields of NDJSON, were read."""

    step: None | str
    value: str
    """ The column of the values. """

    def to_dict(self) -> dict[str, Any]:
        step: None | str
        step = self.step

        value = self.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "step": step,
                "value": value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_step(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        step = _parse_step(d.pop("step"))

        value = d.pop("value")

        read_columns = cls(
            step=step,
            value=value,
        )

        return read_columns
