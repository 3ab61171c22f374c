from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.whoami_scope import WhoamiScope, check_whoami_scope

if TYPE_CHECKING:
    from ..models.whoami_key_type_0 import WhoamiKeyType0
    from ..models.whoami_limits import WhoamiLimits


T = TypeVar("T", bound="Whoami")


@_attrs_define
class Whoami:
    """What the sender of a request may do."""

    key: None | WhoamiKeyType0
    limits: WhoamiLimits
    project: str
    """ The project that the key sees. It needs not exist yet. """
    scope: WhoamiScope
    """ `read` reads and computes, `write` also stores and changes, `admin` also makes keys. """

    def to_dict(self) -> dict[str, Any]:
        from ..models.whoami_key_type_0 import WhoamiKeyType0

        key: dict[str, Any] | None
        if isinstance(self.key, WhoamiKeyType0):
            key = self.key.to_dict()
        else:
            key = self.key

        limits = self.limits.to_dict()

        project = self.project

        scope: str = self.scope

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "key": key,
                "limits": limits,
                "project": project,
                "scope": scope,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.whoami_key_type_0 import WhoamiKeyType0
        from ..models.whoami_limits import WhoamiLimits

        d = dict(src_dict)

        def _parse_key(data: object) -> None | WhoamiKeyType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                key_type_0 = WhoamiKeyType0.from_dict(data)

                return key_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | WhoamiKeyType0, data)

        key = _parse_key(d.pop("key"))

        limits = WhoamiLimits.from_dict(d.pop("limits"))

        project = d.pop("project")

        scope = check_whoami_scope(d.pop("scope"))

        whoami = cls(
            key=key,
            limits=limits,
            project=project,
            scope=scope,
        )

        return whoami
