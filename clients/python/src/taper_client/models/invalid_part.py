from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="InvalidPart")


@_attrs_define
class InvalidPart:
    """One place in a request that is wrong."""

    detail: str
    """ What is wrong there. """
    pointer: str
    """ A JSON Pointer into the body, "" for the whole; or query/<name>, path/<name>, header/<name>. """
    fix: str | Unset = UNSET
    """ What to write instead. """

    def to_dict(self) -> dict[str, Any]:
        detail = self.detail

        pointer = self.pointer

        fix = self.fix

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "detail": detail,
                "pointer": pointer,
            }
        )
        if fix is not UNSET:
            field_dict["fix"] = fix

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        detail = d.pop("detail")

        pointer = d.pop("pointer")

        fix = d.pop("fix", UNSET)

        invalid_part = cls(
            detail=detail,
            pointer=pointer,
            fix=fix,
        )

        return invalid_part
