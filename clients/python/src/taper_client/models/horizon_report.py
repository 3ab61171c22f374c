from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.non_finite import NonFinite, check_non_finite
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.horizon_report_warnings_item import HorizonReportWarningsItem


T = TypeVar("T", bound="HorizonReport")


@_attrs_define
class HorizonReport:
    """How a schedule was made longer or shorter."""

    optimal_rate: float | NonFinite
    """ γ*, the base learning rate with the least bound for the new schedule, at distance 1. """
    previous_optimal_rate: float | NonFinite
    """ γ* of the old schedule. Multiply a tuned peak learning rate by optimalRate / previousOptimalRate. """
    warnings: list[HorizonReportWarningsItem]
    cooldown: float | Unset = UNSET
    """ With method cooldown: the new cooldown, as a fraction of the steps after the warm-up. """
    factor: float | Unset = UNSET
    """ With two-stage and rewarm: ρ, the height of the second plateau or peak over that of the first. """
    peak_factor: float | Unset = UNSET
    """ What all multipliers were divided by, so that none is above 1. The peak learning rate of the schedule is
    multiplied by it. """

    def to_dict(self) -> dict[str, Any]:
        optimal_rate: float | str
        if isinstance(self.optimal_rate, str):
            optimal_rate = self.optimal_rate
        else:
            optimal_rate = self.optimal_rate

        previous_optimal_rate: float | str
        if isinstance(self.previous_optimal_rate, str):
            previous_optimal_rate = self.previous_optimal_rate
        else:
            previous_optimal_rate = self.previous_optimal_rate

        warnings = []
        for warnings_item_data in self.warnings:
            warnings_item = warnings_item_data.to_dict()
            warnings.append(warnings_item)

        cooldown = self.cooldown

        factor = self.factor

        peak_factor = self.peak_factor

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "optimalRate": optimal_rate,
                "previousOptimalRate": previous_optimal_rate,
                "warnings": warnings,
            }
        )
        if cooldown is not UNSET:
            field_dict["cooldown"] = cooldown
        if factor is not UNSET:
            field_dict["factor"] = factor
        if peak_factor is not UNSET:
            field_dict["peakFactor"] = peak_factor

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.horizon_report_warnings_item import HorizonReportWarningsItem

        d = dict(src_dict)

        def _parse_optimal_rate(data: object) -> float | NonFinite:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                optimal_rate_type_1 = check_non_finite(data)

                return optimal_rate_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite, data)

        optimal_rate = _parse_optimal_rate(d.pop("optimalRate"))

        def _parse_previous_optimal_rate(data: object) -> float | NonFinite:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                previous_optimal_rate_type_1 = check_non_finite(data)

                return previous_optimal_rate_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite, data)

        previous_optimal_rate = _parse_previous_optimal_rate(
            d.pop("previousOptimalRate")
        )

        warnings = []
        _warnings = d.pop("warnings")
        for warnings_item_data in _warnings:
            warnings_item = HorizonReportWarningsItem.from_dict(warnings_item_data)

            warnings.append(warnings_item)

        cooldown = d.pop("cooldown", UNSET)

        factor = d.pop("factor", UNSET)

        peak_factor = d.pop("peakFactor", UNSET)

        horizon_report = cls(
            optimal_rate=optimal_rate,
            previous_optimal_rate=previous_optimal_rate,
            warnings=warnings,
            cooldown=cooldown,
            factor=factor,
            peak_factor=peak_factor,
        )

        return horizon_report
