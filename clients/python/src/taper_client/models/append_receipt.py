from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="AppendReceipt")


@_attrs_define
class AppendReceipt:
    """How the points of a request were stored. They are on disk."""

    appended: int
    """ Points that are new or replace another value. """
    duplicates: int
    """ Points that were already stored with the same value. """
    last_step: int | None
    points: int
    """ Current points of the series, after this request. """
    received: int
    """ Points in the request: appended + duplicates. """
    superseded: int
    """ Points that are no longer current. """

    def to_dict(self) -> dict[str, Any]:
        appended = self.appended

        duplicates = self.duplicates

        last_step: int | None
        last_step = self.last_step

        points = self.points

        received = self.received

        superseded = self.superseded

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "appended": appended,
                "duplicates": duplicates,
                "lastStep": last_step,
                "points": points,
                "received": received,
                "superseded": superseded,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        appended = d.pop("appended")

        duplicates = d.pop("duplicates")

        def _parse_last_step(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        last_step = _parse_last_step(d.pop("lastStep"))

        points = d.pop("points")

        received = d.pop("received")

        superseded = d.pop("superseded")

        append_receipt = cls(
            appended=appended,
            duplicates=duplicates,
            last_step=last_step,
            points=points,
            received=received,
            superseded=superseded,
        )

        return append_receipt
