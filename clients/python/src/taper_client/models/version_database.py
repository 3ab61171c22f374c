from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.version_database_kind import (
    VersionDatabaseKind,
    check_version_database_kind,
)

T = TypeVar("T", bound="VersionDatabase")


@_attrs_define
class VersionDatabase:
    """PostgreSQL. The version is null while it does not answer."""

    kind: VersionDatabaseKind
    version: None | str

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        version: None | str
        version = self.version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        kind = check_version_database_kind(d.pop("kind"))

        def _parse_version(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        version = _parse_version(d.pop("version"))

        version_database = cls(
            kind=kind,
            version=version,
        )

        return version_database
