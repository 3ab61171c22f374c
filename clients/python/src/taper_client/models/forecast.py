from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.forecast_law import ForecastLaw, check_forecast_law

if TYPE_CHECKING:
    from ..models.forecast_fit import ForecastFit
    from ..models.forecast_forecasts_item import ForecastForecastsItem
    from ..models.forecast_parameters import ForecastParameters
    from ..models.forecast_search_type_0 import ForecastSearchType0
    from ..models.forecast_self_type_0 import ForecastSelfType0
    from ..models.forecast_warnings_item import ForecastWarningsItem


T = TypeVar("T", bound="Forecast")


@_attrs_define
class Forecast:
    """Losses that a law expects."""

    fit: ForecastFit
    """ How the law fits. """
    forecasts: list[ForecastForecastsItem]
    """ Candidates in their order, then branches: every shape over the first length, then over the next. """
    identified: bool
    """ Whether the rate was seen to decay by 15 % or more. Where not, priors alone say what a decay gives. """
    law: ForecastLaw
    """ The law that was fitted. """
    parameters: ForecastParameters
    """ Of the law, as its formula calls them; S and rates as used, steps in optimizer steps. """
    search: ForecastSearchType0 | None
    self_: ForecastSelfType0 | None
    summary: str
    """ The answer in a sentence. """
    warnings: list[ForecastWarningsItem]
    """ What makes a forecast less sure than it looks. """

    def to_dict(self) -> dict[str, Any]:
        from ..models.forecast_search_type_0 import ForecastSearchType0
        from ..models.forecast_self_type_0 import ForecastSelfType0

        fit = self.fit.to_dict()

        forecasts = []
        for forecasts_item_data in self.forecasts:
            forecasts_item = forecasts_item_data.to_dict()
            forecasts.append(forecasts_item)

        identified = self.identified

        law: str = self.law

        parameters = self.parameters.to_dict()

        search: dict[str, Any] | None
        if isinstance(self.search, ForecastSearchType0):
            search = self.search.to_dict()
        else:
            search = self.search

        self_: dict[str, Any] | None
        if isinstance(self.self_, ForecastSelfType0):
            self_ = self.self_.to_dict()
        else:
            self_ = self.self_

        summary = self.summary

        warnings = []
        for warnings_item_data in self.warnings:
            warnings_item = warnings_item_data.to_dict()
            warnings.append(warnings_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "fit": fit,
                "forecasts": forecasts,
                "identified": identified,
                "law": law,
                "parameters": parameters,
                "search": search,
                "self": self_,
                "summary": summary,
                "warnings": warnings,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.forecast_fit import ForecastFit
        from ..models.forecast_forecasts_item import ForecastForecastsItem
        from ..models.forecast_parameters import ForecastParameters
        from ..models.forecast_search_type_0 import ForecastSearchType0
        from ..models.forecast_self_type_0 import ForecastSelfType0
        from ..models.forecast_warnings_item import ForecastWarningsItem

        d = dict(src_dict)
        fit = ForecastFit.from_dict(d.pop("fit"))

        forecasts = []
        _forecasts = d.pop("forecasts")
        for forecasts_item_data in _forecasts:
            forecasts_item = ForecastForecastsItem.from_dict(forecasts_item_data)

            forecasts.append(forecasts_item)

        identified = d.pop("identified")

        law = check_forecast_law(d.pop("law"))

        parameters = ForecastParameters.from_dict(d.pop("parameters"))

        def _parse_search(data: object) -> ForecastSearchType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                search_type_0 = ForecastSearchType0.from_dict(data)

                return search_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ForecastSearchType0 | None, data)

        search = _parse_search(d.pop("search"))

        def _parse_self_(data: object) -> ForecastSelfType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                self_type_0 = ForecastSelfType0.from_dict(data)

                return self_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ForecastSelfType0 | None, data)

        self_ = _parse_self_(d.pop("self"))

        summary = d.pop("summary")

        warnings = []
        _warnings = d.pop("warnings")
        for warnings_item_data in _warnings:
            warnings_item = ForecastWarningsItem.from_dict(warnings_item_data)

            warnings.append(warnings_item)

        forecast = cls(
            fit=fit,
            forecasts=forecasts,
            identified=identified,
            law=law,
            parameters=parameters,
            search=search,
            self_=self_,
            summary=summary,
            warnings=warnings,
        )

        return forecast
