from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.reported_forecast_warnings_item import ReportedForecastWarningsItem


T = TypeVar("T", bound="ReportedForecast")


@_attrs_define
class ReportedForecast:
    """The forecast behind the predicted losses."""

    law: str
    peak_learning_rate: float
    """ The peak of all forecasts. """
    rmse: float
    """ Losses that differ by less are equal. """
    summary: str
    warnings: list[ReportedForecastWarningsItem]

    def to_dict(self) -> dict[str, Any]:
        law = self.law

        peak_learning_rate = self.peak_learning_rate

        rmse = self.rmse

        summary = self.summary

        warnings = []
        for warnings_item_data in self.warnings:
            warnings_item = warnings_item_data.to_dict()
            warnings.append(warnings_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "law": law,
                "peakLearningRate": peak_learning_rate,
                "rmse": rmse,
                "summary": summary,
                "warnings": warnings,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.reported_forecast_warnings_item import (
            ReportedForecastWarningsItem,
        )

        d = dict(src_dict)
        law = d.pop("law")

        peak_learning_rate = d.pop("peakLearningRate")

        rmse = d.pop("rmse")

        summary = d.pop("summary")

        warnings = []
        _warnings = d.pop("warnings")
        for warnings_item_data in _warnings:
            warnings_item = ReportedForecastWarningsItem.from_dict(warnings_item_data)

            warnings.append(warnings_item)

        reported_forecast = cls(
            law=law,
            peak_learning_rate=peak_learning_rate,
            rmse=rmse,
            summary=summary,
            warnings=warnings,
        )

        return reported_forecast
