from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.imported_series_name import ImportedSeriesName, check_imported_series_name
from ..types import UNSET, Unset

T = TypeVar("T", bound="ImportedSeries")


@_attrs_define
class ImportedSeries:
    """A series of a log, and what became of it."""

    dropped: int
    """ Values that are no points: without a step, with parts missing, or standing there again. """
    first_step: int
    """ The first step. """
    last_step: int
    """ The last step. """
    name: ImportedSeriesName
    """ The name of the series. """
    points: int
    """ Points of the log. """
    source: str
    """ The column, field or tag; a pattern where several were combined. """
    step: None | str
    superseded: int
    """ Points that a later value took the place of, in the log or in the run. """
    appended: int | Unset = UNSET
    """ Points that are new or replace another value. Not with `dryRun`. """
    duplicates: int | Unset = UNSET
    """ Points that the run had already. Not with `dryRun`. """

    def to_dict(self) -> dict[str, Any]:
        dropped = self.dropped

        first_step = self.first_step

        last_step = self.last_step

        name: str = self.name

        points = self.points

        source = self.source

        step: None | str
        step = self.step

        superseded = self.superseded

        appended = self.appended

        duplicates = self.duplicates

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "dropped": dropped,
                "firstStep": first_step,
                "lastStep": last_step,
                "name": name,
                "points": points,
                "source": source,
                "step": step,
                "superseded": superseded,
            }
        )
        if appended is not UNSET:
            field_dict["appended"] = appended
        if duplicates is not UNSET:
            field_dict["duplicates"] = duplicates

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        dropped = d.pop("dropped")

        first_step = d.pop("firstStep")

        last_step = d.pop("lastStep")

        name = check_imported_series_name(d.pop("name"))

        points = d.pop("points")

        source = d.pop("source")

        def _parse_step(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        step = _parse_step(d.pop("step"))

        superseded = d.pop("superseded")

        appended = d.pop("appended", UNSET)

        duplicates = d.pop("duplicates", UNSET)

        imported_series = cls(
            dropped=dropped,
            first_step=first_step,
            last_step=last_step,
            name=name,
            points=points,
            source=source,
            step=step,
            superseded=superseded,
            appended=appended,
            duplicates=duplicates,
        )

        return imported_series
