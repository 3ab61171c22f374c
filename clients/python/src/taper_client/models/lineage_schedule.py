from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.non_finite import NonFinite, check_non_finite

T = TypeVar("T", bound="LineageSchedule")


@_attrs_define
class LineageSchedule:
    """A schedule in a lineage."""

    created_at: datetime.datetime | None
    deleted: bool
    """ Whether it was deleted since; then only its id is known. """
    gain: float | None | NonFinite
    id: str
    """ The id of a schedule, made by the service (UUIDv7). """
    name: None | str
    rule: None | str
    run_id: None | str

    def to_dict(self) -> dict[str, Any]:
        created_at: None | str
        if isinstance(self.created_at, datetime.datetime):
            created_at = self.created_at.isoformat()
        else:
            created_at = self.created_at

        deleted = self.deleted

        gain: float | None | str
        if isinstance(self.gain, str):
            gain = self.gain
        else:
            gain = self.gain

        id = self.id

        name: None | str
        name = self.name

        rule: None | str
        rule = self.rule

        run_id: None | str
        run_id = self.run_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "createdAt": created_at,
                "deleted": deleted,
                "gain": gain,
                "id": id,
                "name": name,
                "rule": rule,
                "runId": run_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_created_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                created_at_type_0 = datetime.datetime.fromisoformat(data)

                return created_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        created_at = _parse_created_at(d.pop("createdAt"))

        deleted = d.pop("deleted")

        def _parse_gain(data: object) -> float | None | NonFinite:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                gain_type_0_type_1 = check_non_finite(data)

                return gain_type_0_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | None | NonFinite, data)

        gain = _parse_gain(d.pop("gain"))

        id = d.pop("id")

        def _parse_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        name = _parse_name(d.pop("name"))

        def _parse_rule(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        rule = _parse_rule(d.pop("rule"))

        def _parse_run_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        run_id = _parse_run_id(d.pop("runId"))

        lineage_schedule = cls(
            created_at=created_at,
            deleted=deleted,
            gain=gain,
            id=id,
            name=name,
            rule=rule,
            run_id=run_id,
        )

        return lineage_schedule
