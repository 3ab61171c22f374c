from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.non_finite import NonFinite, check_non_finite
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.refinement_report_advice import RefinementReportAdvice
    from ..models.refinement_report_alternatives_item import (
        RefinementReportAlternativesItem,
    )
    from ..models.refinement_report_band import RefinementReportBand
    from ..models.refinement_report_bound import RefinementReportBound
    from ..models.refinement_report_columns import RefinementReportColumns
    from ..models.refinement_report_engine import RefinementReportEngine
    from ..models.refinement_report_explained_type_0 import (
        RefinementReportExplainedType0,
    )
    from ..models.refinement_report_losses import RefinementReportLosses
    from ..models.refinement_report_numeric import RefinementReportNumeric
    from ..models.refinement_report_peak import RefinementReportPeak
    from ..models.refinement_report_points import RefinementReportPoints
    from ..models.refinement_report_runs_item import RefinementReportRunsItem
    from ..models.refinement_report_scaled_by import RefinementReportScaledBy
    from ..models.refinement_report_warnings_item import RefinementReportWarningsItem


T = TypeVar("T", bound="RefinementReport")


@_attrs_define
class RefinementReport:
    """What a refinement did, and what the theory says of the result."""

    advice: RefinementReportAdvice
    """ What to train with, and why. """
    alternatives: list[RefinementReportAlternativesItem]
    """ Schedules to weigh against this one: always 5 % warm-up with linear decay; beside preset robust also preset
    paper. """
    bound: RefinementReportBound
    """ With presets paper and reference the bounds of the theorem for schedules made of weights, and a gain of at
    least 1. With preset robust the general bounds of the answered schedule and of linear decay on the filtered
    norms, each at its best rate. Do not compare bounds of different presets. """
    engine: RefinementReportEngine
    """ What computed it. """
    explained: None | RefinementReportExplainedType0
    filter_width: int
    """ Width of the median filter in points; 1 is none. """
    forgetting: float | None | NonFinite
    losses: RefinementReportLosses
    """ The losses that were read beside the norms. """
    peak: RefinementReportPeak
    points: RefinementReportPoints
    unit_peak_rate: float | NonFinite
    """ The theory's learning rate at multiplier 1, for distance 1; of the bound under `bound`. """
    warnings: list[RefinementReportWarningsItem]
    """ Reasons to look at the log before trusting the schedule. """
    band: RefinementReportBand | Unset = UNSET
    """ Only for a refinement of several runs: quartiles of their norms before the median filter. Each run is first
    scaled to the median of their scales. """
    columns: RefinementReportColumns | Unset = UNSET
    """ Only for a log that was read from a file: what was read from which column. """
    numeric: RefinementReportNumeric | Unset = UNSET
    """ Only with method numeric. The general bound holds for any schedule. It is about twice the one under `bound`,
    which holds for schedules made of weights. Do not compare the two. """
    runs: list[RefinementReportRunsItem] | Unset = UNSET
    """ Only for a refinement of several runs: the points of each, and what is known of it. `points` of the report
    is their sum, and `forgetting` the largest. """
    scaled_by: RefinementReportScaledBy | Unset = UNSET
    """ Only with `scaleBy`: what the norms were multiplied by. """

    def to_dict(self) -> dict[str, Any]:
        from ..models.refinement_report_explained_type_0 import (
            RefinementReportExplainedType0,
        )

        advice = self.advice.to_dict()

        alternatives = []
        for alternatives_item_data in self.alternatives:
            alternatives_item = alternatives_item_data.to_dict()
            alternatives.append(alternatives_item)

        bound = self.bound.to_dict()

        engine = self.engine.to_dict()

        explained: dict[str, Any] | None
        if isinstance(self.explained, RefinementReportExplainedType0):
            explained = self.explained.to_dict()
        else:
            explained = self.explained

        filter_width = self.filter_width

        forgetting: float | None | str
        if isinstance(self.forgetting, str):
            forgetting = self.forgetting
        else:
            forgetting = self.forgetting

        losses = self.losses.to_dict()

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

        columns: dict[str, Any] | Unset = UNSET
        if not isinstance(self.columns, Unset):
            columns = self.columns.to_dict()

        numeric: dict[str, Any] | Unset = UNSET
        if not isinstance(self.numeric, Unset):
            numeric = self.numeric.to_dict()

        runs: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.runs, Unset):
            runs = []
            for runs_item_data in self.runs:
                runs_item = runs_item_data.to_dict()
                runs.append(runs_item)

        scaled_by: dict[str, Any] | Unset = UNSET
        if not isinstance(self.scaled_by, Unset):
            scaled_by = self.scaled_by.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "advice": advice,
                "alternatives": alternatives,
                "bound": bound,
                "engine": engine,
                "explained": explained,
                "filterWidth": filter_width,
                "forgetting": forgetting,
                "losses": losses,
                "peak": peak,
                "points": points,
                "unitPeakRate": unit_peak_rate,
                "warnings": warnings,
            }
        )
        if band is not UNSET:
            field_dict["band"] = band
        if columns is not UNSET:
            field_dict["columns"] = columns
        if numeric is not UNSET:
            field_dict["numeric"] = numeric
        if runs is not UNSET:
            field_dict["runs"] = runs
        if scaled_by is not UNSET:
            field_dict["scaledBy"] = scaled_by

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.refinement_report_advice import RefinementReportAdvice
        from ..models.refinement_report_alternatives_item import (
            RefinementReportAlternativesItem,
        )
        from ..models.refinement_report_band import RefinementReportBand
        from ..models.refinement_report_bound import RefinementReportBound
        from ..models.refinement_report_columns import RefinementReportColumns
        from ..models.refinement_report_engine import RefinementReportEngine
        from ..models.refinement_report_explained_type_0 import (
            RefinementReportExplainedType0,
        )
        from ..models.refinement_report_losses import RefinementReportLosses
        from ..models.refinement_report_numeric import RefinementReportNumeric
        from ..models.refinement_report_peak import RefinementReportPeak
        from ..models.refinement_report_points import RefinementReportPoints
        from ..models.refinement_report_runs_item import RefinementReportRunsItem
        from ..models.refinement_report_scaled_by import RefinementReportScaledBy
        from ..models.refinement_report_warnings_item import (
            RefinementReportWarningsItem,
        )

        d = dict(src_dict)
        advice = RefinementReportAdvice.from_dict(d.pop("advice"))

        alternatives = []
        _alternatives = d.pop("alternatives")
        for alternatives_item_data in _alternatives:
            alternatives_item = RefinementReportAlternativesItem.from_dict(
                alternatives_item_data
            )

            alternatives.append(alternatives_item)

        bound = RefinementReportBound.from_dict(d.pop("bound"))

        engine = RefinementReportEngine.from_dict(d.pop("engine"))

        def _parse_explained(data: object) -> None | RefinementReportExplainedType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                explained_type_0 = RefinementReportExplainedType0.from_dict(data)

                return explained_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RefinementReportExplainedType0, data)

        explained = _parse_explained(d.pop("explained"))

        filter_width = d.pop("filterWidth")

        def _parse_forgetting(data: object) -> float | None | NonFinite:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                forgetting_type_0_type_1 = check_non_finite(data)

                return forgetting_type_0_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | None | NonFinite, data)

        forgetting = _parse_forgetting(d.pop("forgetting"))

        losses = RefinementReportLosses.from_dict(d.pop("losses"))

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

        _columns = d.pop("columns", UNSET)
        columns: RefinementReportColumns | Unset
        if isinstance(_columns, Unset):
            columns = UNSET
        else:
            columns = RefinementReportColumns.from_dict(_columns)

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

        _scaled_by = d.pop("scaledBy", UNSET)
        scaled_by: RefinementReportScaledBy | Unset
        if isinstance(_scaled_by, Unset):
            scaled_by = UNSET
        else:
            scaled_by = RefinementReportScaledBy.from_dict(_scaled_by)

        refinement_report = cls(
            advice=advice,
            alternatives=alternatives,
            bound=bound,
            engine=engine,
            explained=explained,
            filter_width=filter_width,
            forgetting=forgetting,
            losses=losses,
            peak=peak,
            points=points,
            unit_peak_rate=unit_peak_rate,
            warnings=warnings,
            band=band,
            columns=columns,
            numeric=numeric,
            runs=runs,
            scaled_by=scaled_by,
        )

        return refinement_report
