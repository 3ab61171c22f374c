from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.replay_note_code import ReplayNoteCode, check_replay_note_code

T = TypeVar("T", bound="ReplayNote")


@_attrs_define
class ReplayNote:
    """What a replay shows, in words."""

    advice: str
    """ What those who wrote and use the method advise. """
    code: ReplayNoteCode
    """ d-stands-still: d is still d0. d-runs-away: d still grows at the end, under clipped gradients or after many
    steps. """
    detail: str
    """ What was seen. """
    sources: list[str]
    """ Where they say so. """

    def to_dict(self) -> dict[str, Any]:
        advice = self.advice

        code: str = self.code

        detail = self.detail

        sources = self.sources

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "advice": advice,
                "code": code,
                "detail": detail,
                "sources": sources,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        advice = d.pop("advice")

        code = check_replay_note_code(d.pop("code"))

        detail = d.pop("detail")

        sources = cast(list[str], d.pop("sources"))

        replay_note = cls(
            advice=advice,
            code=code,
            detail=detail,
            sources=sources,
        )

        return replay_note
