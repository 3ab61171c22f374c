from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.new_api_key_scope import NewApiKeyScope, check_new_api_key_scope

T = TypeVar("T", bound="NewApiKey")


@_attrs_define
class NewApiKey:
    """An API key that was just made."""

    created_at: datetime.datetime
    """ When it was made. """
    expires_at: datetime.datetime | None
    id: str
    """ Part of the key, and no secret. """
    key: str
    """ The key itself, shown this once: send it as `Authorization: Bearer <key>`. """
    last_used_at: datetime.datetime | None
    name: str
    """ What people call it. """
    project: str
    """ The project that the key sees. It needs not exist yet. """
    scope: NewApiKeyScope
    """ `read` reads and computes, `write` also stores and changes, `admin` also makes keys. """

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        expires_at: None | str
        if isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()
        else:
            expires_at = self.expires_at

        id = self.id

        key = self.key

        last_used_at: None | str
        if isinstance(self.last_used_at, datetime.datetime):
            last_used_at = self.last_used_at.isoformat()
        else:
            last_used_at = self.last_used_at

        name = self.name

        project = self.project

        scope: str = self.scope

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "createdAt": created_at,
                "expiresAt": expires_at,
                "id": id,
                "key": key,
                "lastUsedAt": last_used_at,
                "name": name,
                "project": project,
                "scope": scope,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        def _parse_expires_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_at_type_0 = datetime.datetime.fromisoformat(data)

                return expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        expires_at = _parse_expires_at(d.pop("expiresAt"))

        id = d.pop("id")

        key = d.pop("key")

        def _parse_last_used_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_used_at_type_0 = datetime.datetime.fromisoformat(data)

                return last_used_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_used_at = _parse_last_used_at(d.pop("lastUsedAt"))

        name = d.pop("name")

        project = d.pop("project")

        scope = check_new_api_key_scope(d.pop("scope"))

        new_api_key = cls(
            created_at=created_at,
            expires_at=expires_at,
            id=id,
            key=key,
            last_used_at=last_used_at,
            name=name,
            project=project,
            scope=scope,
        )

        return new_api_key
