from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.non_finite import NonFinite, check_non_finite

T = TypeVar("T", bound="RefinementReportBandBucketsItem")


@_attrs_define
class RefinementReportBandBucketsItem:
    fraction: float
    """ Position as a fraction of the run. """
    lower: float | NonFinite
    """ The lower quartile. """
    median: float | NonFinite
    """ The median; the schedule is made from it. """
    upper: float | NonFinite
    """ The upper quartile. """

    def to_dict(self) -> dict[str, Any]:
        fraction = self.fraction

        lower: float | str
        if isinstance(self.lower, str):
            lower = self.lower
        else:
            lower = self.lower

        median: float | str
        if isinstance(self.median, str):
            median = self.median
        else:
            median = self.median

        upper: float | str
        if isinstance(self.upper, str):
            upper = self.upper
        else:
            upper = self.upper

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "fraction": fraction,
                "lower": lower,
                "median": median,
                "upper": upper,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        fraction = d.pop("fraction")

        def _parse_lower(data: object) -> float | NonFinite:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                lower_type_1 = check_non_finite(data)

                return lower_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite, data)

        lower = _parse_lower(d.pop("lower"))

        def _parse_median(data: object) -> float | NonFinite:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                median_type_1 = check_non_finite(data)

                return median_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite, data)

        median = _parse_median(d.pop("median"))

        def _parse_upper(data: object) -> float | NonFinite:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                upper_type_1 = check_non_finite(data)

                return upper_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite, data)

        upper = _parse_upper(d.pop("upper"))

        refinement_report_band_buckets_item = cls(
            fraction=fraction,
            lower=lower,
            median=median,
            upper=upper,
        )

        return refinement_report_band_buckets_item
