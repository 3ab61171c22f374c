from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.non_finite import NonFinite, check_non_finite

T = TypeVar("T", bound="BestPeakRunsItem")


@_attrs_define
class BestPeakRunsItem:
    final_loss: float | NonFinite
    """ As used. """
    peak_learning_rate: float
    """ As used. """
    run_id: None | str
    steps: int | None

    def to_dict(self) -> dict[str, Any]:
        final_loss: float | str
        if isinstance(self.final_loss, str):
            final_loss = self.final_loss
        else:
            final_loss = self.final_loss

        peak_learning_rate = self.peak_learning_rate

        run_id: None | str
        run_id = self.run_id

        steps: int | None
        steps = self.steps

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "finalLoss": final_loss,
                "peakLearningRate": peak_learning_rate,
                "runId": run_id,
                "steps": steps,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_final_loss(data: object) -> float | NonFinite:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                final_loss_type_1 = check_non_finite(data)

                return final_loss_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite, data)

        final_loss = _parse_final_loss(d.pop("finalLoss"))

        peak_learning_rate = d.pop("peakLearningRate")

        def _parse_run_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        run_id = _parse_run_id(d.pop("runId"))

        def _parse_steps(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        steps = _parse_steps(d.pop("steps"))

        best_peak_runs_item = cls(
            final_loss=final_loss,
            peak_learning_rate=peak_learning_rate,
            run_id=run_id,
            steps=steps,
        )

        return best_peak_runs_item
