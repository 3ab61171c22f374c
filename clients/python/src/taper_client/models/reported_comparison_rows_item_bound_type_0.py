from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.non_finite import NonFinite, check_non_finite

T = TypeVar("T", bound="ReportedComparisonRowsItemBoundType0")


@_attrs_define
class ReportedComparisonRowsItemBoundType0:
    """Its general bound at its own best peak. `isBest`: within 10 % of the least."""

    best_peak: float | NonFinite
    """ A float64: a number, or a string where JSON has no number for it. """
    is_best: bool
    ratio: float | NonFinite
    """ A float64: a number, or a string where JSON has no number for it. """
    value: float | NonFinite
    """ A float64: a number, or a string where JSON has no number for it. """

    def to_dict(self) -> dict[str, Any]:
        best_peak: float | str
        if isinstance(self.best_peak, str):
            best_peak = self.best_peak
        else:
            best_peak = self.best_peak

        is_best = self.is_best

        ratio: float | str
        if isinstance(self.ratio, str):
            ratio = self.ratio
        else:
            ratio = self.ratio

        value: float | str
        if isinstance(self.value, str):
            value = self.value
        else:
            value = self.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "bestPeak": best_peak,
                "isBest": is_best,
                "ratio": ratio,
                "value": value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_best_peak(data: object) -> float | NonFinite:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                componentsschemas_float_type_1 = check_non_finite(data)

                return componentsschemas_float_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite, data)

        best_peak = _parse_best_peak(d.pop("bestPeak"))

        is_best = d.pop("isBest")

        def _parse_ratio(data: object) -> float | NonFinite:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                componentsschemas_float_type_1 = check_non_finite(data)

                return componentsschemas_float_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite, data)

        ratio = _parse_ratio(d.pop("ratio"))

        def _parse_value(data: object) -> float | NonFinite:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                componentsschemas_float_type_1 = check_non_finite(data)

                return componentsschemas_float_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite, data)

        value = _parse_value(d.pop("value"))

        reported_comparison_rows_item_bound_type_0 = cls(
            best_peak=best_peak,
            is_best=is_best,
            ratio=ratio,
            value=value,
        )

        return reported_comparison_rows_item_bound_type_0
