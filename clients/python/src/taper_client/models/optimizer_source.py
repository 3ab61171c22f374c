from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="OptimizerSource")


@_attrs_define
class OptimizerSource:
    """The source of an optimizer."""

    authors: str
    title: str
    year: int
    algorithm: str | Unset = UNSET
    arxiv: str | Unset = UNSET
    code: str | Unset = UNSET
    """ The official implementation. """
    venue: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        authors = self.authors

        title = self.title

        year = self.year

        algorithm = self.algorithm

        arxiv = self.arxiv

        code = self.code

        venue = self.venue

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "authors": authors,
                "title": title,
                "year": year,
            }
        )
        if algorithm is not UNSET:
            field_dict["algorithm"] = algorithm
        if arxiv is not UNSET:
            field_dict["arxiv"] = arxiv
        if code is not UNSET:
            field_dict["code"] = code
        if venue is not UNSET:
            field_dict["venue"] = venue

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        authors = d.pop("authors")

        title = d.pop("title")

        year = d.pop("year")

        algorithm = d.pop("algorithm", UNSET)

        arxiv = d.pop("arxiv", UNSET)

        code = d.pop("code", UNSET)

        venue = d.pop("venue", UNSET)

        optimizer_source = cls(
            authors=authors,
            title=title,
            year=year,
            algorithm=algorithm,
            arxiv=arxiv,
            code=code,
            venue=venue,
        )

        return optimizer_source
