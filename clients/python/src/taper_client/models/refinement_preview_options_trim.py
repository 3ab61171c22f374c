from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="RefinementPreviewOptionsTrim")


@_attrs_define
class RefinementPreviewOptionsTrim:
    """Usable points to drop at each end."""

    end: int | Unset = UNSET
    """ Points dropped at the end. Default 0; 2 with preset reference. """
    start: int | Unset = UNSET
    """ Points dropped at the start. Default 0; 2 with preset reference. """

    def to_dict(self) -> dict[str, Any]:
        end = self.end

        start = self.start

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if end is not UNSET:
            field_dict["end"] = end
        if start is not UNSET:
            field_dict["start"] = start

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        end = d.pop("end", UNSET)

        start = d.pop("start", UNSET)

        refinement_preview_options_trim = cls(
            end=end,
            start=start,
        )

        return refinement_preview_options_trim
