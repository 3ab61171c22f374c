from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.read_columns import ReadColumns


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
    columns: ReadColumns | Unset = UNSET
    """ Which columns of a CSV, or fields of NDJSON, were read. """

    def to_dict(self) -> dict[str, Any]:
        appended = self.appended

        duplicates = self.duplicates

        last_step: int | None
        last_step = self.last_step

        points = self.points

        received = self.received

        superseded = self.superseded

        columns: dict[str, Any] | Unset = UNSET
        if not isinstance(self.columns, Unset):
            columns = self.columns.to_dict()

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
        if columns is not UNSET:
            field_dict["columns"] = columns

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.read_columns import ReadColumns

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

        _columns = d.pop("columns", UNSET)
        columns: ReadColumns | Unset
        if isinstance(_columns, Unset):
            columns = UNSET
        else:
            columns = ReadColumns.from_dict(_columns)

        append_receipt = cls(
            appended=appended,
            duplicates=duplicates,
            last_step=last_step,
            points=points,
            received=received,
            superseded=superseded,
            columns=columns,
        )

        return append_receipt
