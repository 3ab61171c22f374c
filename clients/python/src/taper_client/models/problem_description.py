from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ProblemDescription")


@_attrs_define
class ProblemDescription:
    """A problem, with its cause and remedy."""

    cause: str
    """ What causes it. """
    remedy: str
    """ What to do about it. """
    status: int
    title: str
    type_: str

    def to_dict(self) -> dict[str, Any]:
        cause = self.cause

        remedy = self.remedy

        status = self.status

        title = self.title

        type_ = self.type_

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "cause": cause,
                "remedy": remedy,
                "status": status,
                "title": title,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        cause = d.pop("cause")

        remedy = d.pop("remedy")

        status = d.pop("status")

        title = d.pop("title")

        type_ = d.pop("type")

        problem_description = cls(
            cause=cause,
            remedy=remedy,
            status=status,
            title=title,
            type_=type_,
        )

        return problem_description
