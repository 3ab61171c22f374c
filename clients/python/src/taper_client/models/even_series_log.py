from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.series_values import SeriesValues


T = TypeVar("T", bound="EvenSeriesLog")


@_attrs_define
class EvenSeriesLog:
    """Values at even steps."""

    series: SeriesValues
    """ A list for each series, all of the same length. """
    start_step: int | Unset = UNSET
    """ The step of the first value of each list. Default: 0, where a series has no points yet. """
    stride: int | Unset = UNSET
    """ Steps from one value to the next. Default: 1. """

    def to_dict(self) -> dict[str, Any]:
        series = self.series.to_dict()

        start_step = self.start_step

        stride = self.stride

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "series": series,
            }
        )
        if start_step is not UNSET:
            field_dict["startStep"] = start_step
        if stride is not UNSET:
            field_dict["stride"] = stride

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.series_values import SeriesValues

        d = dict(src_dict)
        series = SeriesValues.from_dict(d.pop("series"))

        start_step = d.pop("startStep", UNSET)

        stride = d.pop("stride", UNSET)

        even_series_log = cls(
            series=series,
            start_step=start_step,
            stride=stride,
        )

        return even_series_log
