from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.non_finite import NonFinite, check_non_finite

if TYPE_CHECKING:
    from ..models.refinement_report_runs_item_points import (
        RefinementReportRunsItemPoints,
    )


T = TypeVar("T", bound="RefinementReportRunsItem")


@_attrs_define
class RefinementReportRunsItem:
    clip_norm: float | None | NonFinite
    forgetting: float | None | NonFinite
    points: RefinementReportRunsItemPoints
    run_id: str
    """ The id of the run. """
    weight_decay: float | None | NonFinite

    def to_dict(self) -> dict[str, Any]:
        clip_norm: float | None | str
        if isinstance(self.clip_norm, str):
            clip_norm = self.clip_norm
        else:
            clip_norm = self.clip_norm

        forgetting: float | None | str
        if isinstance(self.forgetting, str):
            forgetting = self.forgetting
        else:
            forgetting = self.forgetting

        points = self.points.to_dict()

        run_id = self.run_id

        weight_decay: float | None | str
        if isinstance(self.weight_decay, str):
            weight_decay = self.weight_decay
        else:
            weight_decay = self.weight_decay

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "clipNorm": clip_norm,
                "forgetting": forgetting,
                "points": points,
                "runId": run_id,
                "weightDecay": weight_decay,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.refinement_report_runs_item_points import (
            RefinementReportRunsItemPoints,
        )

        d = dict(src_dict)

        def _parse_clip_norm(data: object) -> float | None | NonFinite:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                clip_norm_type_0_type_1 = check_non_finite(data)

                return clip_norm_type_0_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | None | NonFinite, data)

        clip_norm = _parse_clip_norm(d.pop("clipNorm"))

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

        points = RefinementReportRunsItemPoints.from_dict(d.pop("points"))

        run_id = d.pop("runId")

        def _parse_weight_decay(data: object) -> float | None | NonFinite:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                weight_decay_type_0_type_1 = check_non_finite(data)

                return weight_decay_type_0_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | None | NonFinite, data)

        weight_decay = _parse_weight_decay(d.pop("weightDecay"))

        refinement_report_runs_item = cls(
            clip_norm=clip_norm,
            forgetting=forgetting,
            points=points,
            run_id=run_id,
            weight_decay=weight_decay,
        )

        return refinement_report_runs_item
