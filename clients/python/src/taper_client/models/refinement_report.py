from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.non_finite import NonFinite, check_non_finite
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.refinement_report_band import RefinementReportBand
    from ..models.refinement_report_bound import RefinementReportBound
    from ..models.refinement_report_engine import RefinementReportEngine
    from ..models.refinement_report_numeric import RefinementReportNumeric
    from ..models.refinement_report_peak import RefinementReportPeak
    from ..models.refinement_report_points import RefinementReportPoints
    from ..models.refinement_report_runs_item import RefinementReportRunsItem
    from ..models.refinement_report_warnings_item import RefinementReportWarningsItem


T = TypeVar("T", bound="RefinementReport")


@_attrs_define
class RefinementReport:
    """What a refinement did, and what the theory says of the result."""

    bound: RefinementReportBound
    engine: RefinementReportEngine
    """ What computed it. """
    filter_width: int
    """ Width of the median filter in points; 1 is none. """
    peak: RefinementReportPeak
    points: RefinementReportPoints
    unit_peak_rate: float | NonFinite
    """ The theory's learning rate at multiplier 1, for distance 1. """
    warnings: list[RefinementReportWarningsItem]
    """ Reasons to look at the log before trusting the schedule. """
    band: RefinementReportBand | Unset = UNSET
    """ Only for a refinement of several runs: quartiles of their norms before the median filter. Each run is first
    scaled to the median of their scales. """
    numeric: RefinementReportNumeric | Unset = UNSET
    """ Only with method numeric. The general bound holds for any schedule. It is about twice the one under `bound`,
    which holds for schedules made of weights. Do not compare the two. """
    runs: list[RefinementReportRunsItem] | Unset = UNSET
    """ Only for a refinement of several runs: the points of each. `points` of the report is their sum. """

    def to_dict(self) -> dict[str, Any]:
        bound = self.bound.to_dict()

        engine = self.engine.to_dict()

        filter_width = self.filter_width

        peak = self.peak.to_dict()

        points = self.points.to_dict()

        unit_peak_rate: float | str
        if isinstance(self.unit_peak_rate, str):
            unit_peak_rate = self.unit_peak_rate
        else:
            unit_peak_rate = self.unit_peak_rate

        warnings = []
        for warnings_item_data in self.warnings:
            warnings_item = warnings_item_data.to_dict()
            warnings.append(warnings_item)

        band: dict[str, Any] | Unset = UNSET
        if not isinstance(self.band, Unset):
            band = self.band.to_dict()

        numeric: dict[str, Any] | Unset = UNSET
        if not isinstance(self.numeric, Unset):
            numeric = self.numeric.to_dict()

        runs: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.runs, Unset):
            runs = []
            for runs_item_data in self.runs:
                runs_item = runs_item_data.to_dict()
                runs.append(runs_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "bound": bound,
                "engine": engine,
                "filterWidth": filter_width,
                "peak": peak,
                "points": points,
                "unitPeakRate": unit_peak_rate,
                "warnings": warnings,
            }
        )
        if band is not UNSET:
            field_dict["band"] = band
        if numeric is not UNSET:
            field_dict["numeric"] = numeric
        if runs is not UNSET:
            field_dict["runs"] = runs

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.refinement_report_band import RefinementReportBand
        from ..models.refinement_report_bound import RefinementReportBound
        from ..models.refinement_report_engine import RefinementReportEngine
        from ..models.refinement_report_numeric import RefinementReportNumeric
        from ..models.refinement_report_peak import RefinementReportPeak
        from ..models.refinement_report_points import RefinementReportPoints
        from ..models.refinement_report_runs_item import RefinementReportRunsItem
        from ..models.refinement_report_warnings_item import (
            RefinementReportWarningsItem,
        )

        d = dict(src_dict)
        bound = RefinementReportBound.from_dict(d.pop("bound"))

        engine = RefinementReportEngine.from_dict(d.pop("engine"))

        filter_width = d.pop("filterWidth")

        peak = RefinementReportPeak.from_dict(d.pop("peak"))

        points = RefinementReportPoints.from_dict(d.pop("points"))

        def _parse_unit_peak_rate(data: object) -> float | NonFinite:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                unit_peak_rate_type_1 = check_non_finite(data)

                return unit_peak_rate_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite, data)

        unit_peak_rate = _parse_unit_peak_rate(d.pop("unitPeakRate"))

        warnings = []
        _warnings = d.pop("warnings")
        for warnings_item_data in _warnings:
            warnings_item = RefinementReportWarningsItem.from_dict(warnings_item_data)

            warnings.append(warnings_item)

        _band = d.pop("band", UNSET)
        band: RefinementReportBand | Unset
        if isinstance(_band, Unset):
            band = UNSET
        else:
            band = RefinementReportBand.from_dict(_band)

        _numeric = d.pop("numeric", UNSET)
        numeric: RefinementReportNumeric | Unset
        if isinstance(_numeric, Unset):
            numeric = UNSET
        else:
            numeric = RefinementReportNumeric.from_dict(_numeric)

        _runs = d.pop("runs", UNSET)
        runs: list[RefinementReportRunsItem] | Unset = UNSET
        if _runs is not UNSET:
            runs = []
            for runs_item_data in _runs:
                runs_item = RefinementReportRunsItem.from_dict(runs_item_data)

                runs.append(runs_item)

        refinement_report = cls(
            bound=bound,
            engine=engine,
            filter_width=filter_width,
            peak=peak,
            points=points,
            unit_peak_rate=unit_peak_rate,
            warnings=warnings,
            band=band,
            numeric=numeric,
            runs=runs,
        )

        return refinement_report
