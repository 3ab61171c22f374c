from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.non_finite import NonFinite, check_non_finite

T = TypeVar("T", bound="LineageGainsItem")


@_attrs_define
class LineageGainsItem:
    created_at: datetime.datetime
    """ RFC 3339, UTC. """
    gain: float | NonFinite
    """ `bound.gain` of its report: the bound with linear decay over the bound with the refined schedule. """
    run_id: None | str
    schedule_id: str
    """ The id of a schedule, made by the service (UUIDv7). """

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        gain: float | str
        if isinstance(self.gain, str):
            gain = self.gain
        else:
            gain = self.gain

        run_id: None | str
        run_id = self.run_id

        schedule_id = self.schedule_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "createdAt": created_at,
                "gain": gain,
                "runId": run_id,
                "scheduleId": schedule_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        def _parse_gain(data: object) -> float | NonFinite:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                gain_type_1 = check_non_finite(data)

                return gain_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite, data)

        gain = _parse_gain(d.pop("gain"))

        def _parse_run_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        run_id = _parse_run_id(d.pop("runId"))

        schedule_id = d.pop("scheduleId")

        lineage_gains_item = cls(
            created_at=created_at,
            gain=gain,
            run_id=run_id,
            schedule_id=schedule_id,
        )

        return lineage_gains_item
