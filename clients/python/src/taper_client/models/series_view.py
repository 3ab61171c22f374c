from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.series_view_name import SeriesViewName, check_series_view_name

T = TypeVar("T", bound="SeriesView")


@_attrs_define
class SeriesView:
    """A series as a chart shows it. All lists have the same length."""

    count: list[int]
    """ Points of each column, those that are not finite too. """
    exact: bool
    """ Every column is one point. """
    first: list[float | None]
    """ The first finite value of each column; null if no value is finite. """
    last: list[float | None]
    """ The last finite value; null if no value is finite. """
    max_: list[float | None]
    """ The largest finite value; null if no value is finite. """
    mean: list[float | None]
    """ The mean of the finite values; null if no value is finite. """
    min_: list[float | None]
    """ The smallest finite value; null if no value is finite. """
    name: SeriesViewName
    points: int
    """ Current points in the range. """
    steps: list[int]
    """ The step of the first point of each column, increasing. """

    def to_dict(self) -> dict[str, Any]:
        count = self.count

        exact = self.exact

        first = []
        for first_item_data in self.first:
            first_item: float | None
            first_item = first_item_data
            first.append(first_item)

        last = []
        for last_item_data in self.last:
            last_item: float | None
            last_item = last_item_data
            last.append(last_item)

        max_ = []
        for max_item_data in self.max_:
            max_item: float | None
            max_item = max_item_data
            max_.append(max_item)

        mean = []
        for mean_item_data in self.mean:
            mean_item: float | None
            mean_item = mean_item_data
            mean.append(mean_item)

        min_ = []
        for min_item_data in self.min_:
            min_item: float | None
            min_item = min_item_data
            min_.append(min_item)

        name: str = self.name

        points = self.points

        steps = self.steps

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "count": count,
                "exact": exact,
                "first": first,
                "last": last,
                "max": max_,
                "mean": mean,
                "min": min_,
                "name": name,
                "points": points,
                "steps": steps,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        count = cast(list[int], d.pop("count"))

        exact = d.pop("exact")

        first = []
        _first = d.pop("first")
        for first_item_data in _first:

            def _parse_first_item(data: object) -> float | None:
                if data is None:
                    return data
                return cast(float | None, data)

            first_item = _parse_first_item(first_item_data)

            first.append(first_item)

        last = []
        _last = d.pop("last")
        for last_item_data in _last:

            def _parse_last_item(data: object) -> float | None:
                if data is None:
                    return data
                return cast(float | None, data)

            last_item = _parse_last_item(last_item_data)

            last.append(last_item)

        max_ = []
        _max_ = d.pop("max")
        for max_item_data in _max_:

            def _parse_max_item(data: object) -> float | None:
                if data is None:
                    return data
                return cast(float | None, data)

            max_item = _parse_max_item(max_item_data)

            max_.append(max_item)

        mean = []
        _mean = d.pop("mean")
        for mean_item_data in _mean:

            def _parse_mean_item(data: object) -> float | None:
                if data is None:
                    return data
                return cast(float | None, data)

            mean_item = _parse_mean_item(mean_item_data)

            mean.append(mean_item)

        min_ = []
        _min_ = d.pop("min")
        for min_item_data in _min_:

            def _parse_min_item(data: object) -> float | None:
                if data is None:
                    return data
                return cast(float | None, data)

            min_item = _parse_min_item(min_item_data)

            min_.append(min_item)

        name = check_series_view_name(d.pop("name"))

        points = d.pop("points")

        steps = cast(list[int], d.pop("steps"))

        series_view = cls(
            count=count,
            exact=exact,
            first=first,
            last=last,
            max_=max_,
            mean=mean,
            min_=min_,
            name=name,
            points=points,
            steps=steps,
        )

        return series_view
