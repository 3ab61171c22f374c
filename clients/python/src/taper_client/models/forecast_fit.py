from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.forecast_fit_curves_item import ForecastFitCurvesItem


T = TypeVar("T", bound="ForecastFit")


@_attrs_define
class ForecastFit:
    """How the law fits."""

    curves: list[ForecastFitCurvesItem]
    """ What became of the losses of each curve. """
    points: int
    """ Losses that were fitted, as block medians. """
    rmse: float
    """ Of the block medians. """

    def to_dict(self) -> dict[str, Any]:
        curves = []
        for curves_item_data in self.curves:
            curves_item = curves_item_data.to_dict()
            curves.append(curves_item)

        points = self.points

        rmse = self.rmse

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "curves": curves,
                "points": points,
                "rmse": rmse,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.forecast_fit_curves_item import ForecastFitCurvesItem

        d = dict(src_dict)
        curves = []
        _curves = d.pop("curves")
        for curves_item_data in _curves:
            curves_item = ForecastFitCurvesItem.from_dict(curves_item_data)

            curves.append(curves_item)

        points = d.pop("points")

        rmse = d.pop("rmse")

        forecast_fit = cls(
            curves=curves,
            points=points,
            rmse=rmse,
        )

        return forecast_fit
