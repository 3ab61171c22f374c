from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.reported_comparison_rows_item_bound_type_0 import (
        ReportedComparisonRowsItemBoundType0,
    )
    from ..models.reported_comparison_rows_item_forecast_type_0 import (
        ReportedComparisonRowsItemForecastType0,
    )


T = TypeVar("T", bound="ReportedComparisonRowsItem")


@_attrs_define
class ReportedComparisonRowsItem:
    bound: None | ReportedComparisonRowsItemBoundType0
    forecast: None | ReportedComparisonRowsItemForecastType0
    name: str

    def to_dict(self) -> dict[str, Any]:
        from ..models.reported_comparison_rows_item_bound_type_0 import (
            ReportedComparisonRowsItemBoundType0,
        )
        from ..models.reported_comparison_rows_item_forecast_type_0 import (
            ReportedComparisonRowsItemForecastType0,
        )

        bound: dict[str, Any] | None
        if isinstance(self.bound, ReportedComparisonRowsItemBoundType0):
            bound = self.bound.to_dict()
        else:
            bound = self.bound

        forecast: dict[str, Any] | None
        if isinstance(self.forecast, ReportedComparisonRowsItemForecastType0):
            forecast = self.forecast.to_dict()
        else:
            forecast = self.forecast

        name = self.name

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "bound": bound,
                "forecast": forecast,
                "name": name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.reported_comparison_rows_item_bound_type_0 import (
            ReportedComparisonRowsItemBoundType0,
        )
        from ..models.reported_comparison_rows_item_forecast_type_0 import (
            ReportedComparisonRowsItemForecastType0,
        )

        d = dict(src_dict)

        def _parse_bound(data: object) -> None | ReportedComparisonRowsItemBoundType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                bound_type_0 = ReportedComparisonRowsItemBoundType0.from_dict(data)

                return bound_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ReportedComparisonRowsItemBoundType0, data)

        bound = _parse_bound(d.pop("bound"))

        def _parse_forecast(
            data: object,
        ) -> None | ReportedComparisonRowsItemForecastType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                forecast_type_0 = ReportedComparisonRowsItemForecastType0.from_dict(
                    data
                )

                return forecast_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ReportedComparisonRowsItemForecastType0, data)

        forecast = _parse_forecast(d.pop("forecast"))

        name = d.pop("name")

        reported_comparison_rows_item = cls(
            bound=bound,
            forecast=forecast,
            name=name,
        )

        return reported_comparison_rows_item
