from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.entrance_name import EntranceName, check_entrance_name

if TYPE_CHECKING:
    from ..models.entrance_links import EntranceLinks


T = TypeVar("T", bound="Entrance")


@_attrs_define
class Entrance:
    """Where to start."""

    description: str
    links: EntranceLinks
    """ The main paths, by purpose. """
    name: EntranceName
    start: list[str]
    """ Commands for a first schedule. """
    version: str

    def to_dict(self) -> dict[str, Any]:
        description = self.description

        links = self.links.to_dict()

        name: str = self.name

        start = self.start

        version = self.version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "description": description,
                "links": links,
                "name": name,
                "start": start,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.entrance_links import EntranceLinks

        d = dict(src_dict)
        description = d.pop("description")

        links = EntranceLinks.from_dict(d.pop("links"))

        name = check_entrance_name(d.pop("name"))

        start = cast(list[str], d.pop("start"))

        version = d.pop("version")

        entrance = cls(
            description=description,
            links=links,
            name=name,
            start=start,
            version=version,
        )

        return entrance
