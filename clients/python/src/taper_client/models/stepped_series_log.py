from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.series_values import SeriesValues


T = TypeVar("T", bound="SteppedSeriesLog")


@_attrs_define
class SteppedSeriesLog:
    """Values with their steps."""

    series: SeriesValues
    """ A list for each series, all of the same length. """
    steps: list[int]
    """ The steps of all lists, strictly increasing. """

    def to_dict(self) -> dict[str, Any]:
        series = self.series.to_dict()

        steps = self.steps

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "series": series,
                "steps": steps,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.series_values import SeriesValues

        d = dict(src_dict)
        series = SeriesValues.from_dict(d.pop("series"))

        steps = cast(list[int], d.pop("steps"))

        stepped_series_log = cls(
            series=series,
            steps=steps,
        )

        return stepped_series_log
