from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="WhoamiLimits")


@_attrs_define
class WhoamiLimits:
    points_per_day: int | None
    points_today: int | None
    requests_per_minute: int | None

    def to_dict(self) -> dict[str, Any]:
        points_per_day: int | None
        points_per_day = self.points_per_day

        points_today: int | None
        points_today = self.points_today

        requests_per_minute: int | None
        requests_per_minute = self.requests_per_minute

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "pointsPerDay": points_per_day,
                "pointsToday": points_today,
                "requestsPerMinute": requests_per_minute,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_points_per_day(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        points_per_day = _parse_points_per_day(d.pop("pointsPerDay"))

        def _parse_points_today(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        points_today = _parse_points_today(d.pop("pointsToday"))

        def _parse_requests_per_minute(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        requests_per_minute = _parse_requests_per_minute(d.pop("requestsPerMinute"))

        whoami_limits = cls(
            points_per_day=points_per_day,
            points_today=points_today,
            requests_per_minute=requests_per_minute,
        )

        return whoami_limits
