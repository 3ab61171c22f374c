from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.retention_from import RetentionFrom, check_retention_from

T = TypeVar("T", bound="Retention")


@_attrs_define
class Retention:
    """How long superseded points of a project are kept."""

    from_: RetentionFrom
    """ Who says so: the project itself, or TAPER_SUPERSEDED_DAYS of the service. """
    project: str
    """ The project of the key. """
    superseded_days: int | None

    def to_dict(self) -> dict[str, Any]:
        from_: str = self.from_

        project = self.project

        superseded_days: int | None
        superseded_days = self.superseded_days

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "from": from_,
                "project": project,
                "supersededDays": superseded_days,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        from_ = check_retention_from(d.pop("from"))

        project = d.pop("project")

        def _parse_superseded_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        superseded_days = _parse_superseded_days(d.pop("supersededDays"))

        retention = cls(
            from_=from_,
            project=project,
            superseded_days=superseded_days,
        )

        return retention
