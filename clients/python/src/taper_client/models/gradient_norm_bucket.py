from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="GradientNormBucket")


@_attrs_define
class GradientNormBucket:
    """Summary of a range of steps."""

    count: int
    """ Points in the range. """
    first: float | None
    from_step: int
    """ The first step of the range. """
    last: float | None
    max_: float | None
    mean: float | None
    min_: float | None
    non_finite: int
    """ Points that are NaN or infinite. """
    to_step: int
    """ One past the last step of the range. """

    def to_dict(self) -> dict[str, Any]:
        count = self.count

        first: float | None
        first = self.first

        from_step = self.from_step

        last: float | None
        last = self.last

        max_: float | None
        max_ = self.max_

        mean: float | None
        mean = self.mean

        min_: float | None
        min_ = self.min_

        non_finite = self.non_finite

        to_step = self.to_step

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "count": count,
                "first": first,
                "fromStep": from_step,
                "last": last,
                "max": max_,
                "mean": mean,
                "min": min_,
                "nonFinite": non_finite,
                "toStep": to_step,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        count = d.pop("count")

        def _parse_first(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        first = _parse_first(d.pop("first"))

        from_step = d.pop("fromStep")

        def _parse_last(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        last = _parse_last(d.pop("last"))

        def _parse_max_(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        max_ = _parse_max_(d.pop("max"))

        def _parse_mean(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        mean = _parse_mean(d.pop("mean"))

        def _parse_min_(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        min_ = _parse_min_(d.pop("min"))

        non_finite = d.pop("nonFinite")

        to_step = d.pop("toStep")

        gradient_norm_bucket = cls(
            count=count,
            first=first,
            from_step=from_step,
            last=last,
            max_=max_,
            mean=mean,
            min_=min_,
            non_finite=non_finite,
            to_step=to_step,
        )

        return gradient_norm_bucket
