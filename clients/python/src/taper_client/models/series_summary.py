from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.series_summary_name import SeriesSummaryName, check_series_summary_name

T = TypeVar("T", bound="SeriesSummary")


@_attrs_define
class SeriesSummary:
    """Summary of one series."""

    first_step: int | None
    last_step: int | None
    name: SeriesSummaryName
    """ The name of the series. """
    non_finite: int
    """ Number of current points that are NaN or infinite. """
    points: int
    """ Number of current points. """

    def to_dict(self) -> dict[str, Any]:
        first_step: int | None
        first_step = self.first_step

        last_step: int | None
        last_step = self.last_step

        name: str = self.name

        non_finite = self.non_finite

        points = self.points

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "firstStep": first_step,
                "lastStep": last_step,
                "name": name,
                "nonFinite": non_finite,
                "points": points,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_first_step(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        first_step = _parse_first_step(d.pop("firstStep"))

        def _parse_last_step(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        last_step = _parse_last_step(d.pop("lastStep"))

        name = check_series_summary_name(d.pop("name"))

        non_finite = d.pop("nonFinite")

        points = d.pop("points")

        series_summary = cls(
            first_step=first_step,
            last_step=last_step,
            name=name,
            non_finite=non_finite,
            points=points,
        )

        return series_summary
