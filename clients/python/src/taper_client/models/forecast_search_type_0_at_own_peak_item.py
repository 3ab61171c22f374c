from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.forecast_search_type_0_at_own_peak_item_parameters import (
        ForecastSearchType0AtOwnPeakItemParameters,
    )


T = TypeVar("T", bound="ForecastSearchType0AtOwnPeakItem")


@_attrs_define
class ForecastSearchType0AtOwnPeakItem:
    parameters: ForecastSearchType0AtOwnPeakItemParameters
    """ Its parameters. """
    ratio: float
    """ Its bound to the least. """
    rule: str
    """ A rule of GET /v1/schedule-rules. """

    def to_dict(self) -> dict[str, Any]:
        parameters = self.parameters.to_dict()

        ratio = self.ratio

        rule = self.rule

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "parameters": parameters,
                "ratio": ratio,
                "rule": rule,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.forecast_search_type_0_at_own_peak_item_parameters import (
            ForecastSearchType0AtOwnPeakItemParameters,
        )

        d = dict(src_dict)
        parameters = ForecastSearchType0AtOwnPeakItemParameters.from_dict(
            d.pop("parameters")
        )

        ratio = d.pop("ratio")

        rule = d.pop("rule")

        forecast_search_type_0_at_own_peak_item = cls(
            parameters=parameters,
            ratio=ratio,
            rule=rule,
        )

        return forecast_search_type_0_at_own_peak_item
