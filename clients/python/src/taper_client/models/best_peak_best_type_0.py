from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.best_peak_best_type_0_interval_type_0 import (
        BestPeakBestType0IntervalType0,
    )


T = TypeVar("T", bound="BestPeakBestType0")


@_attrs_define
class BestPeakBestType0:
    """The best peak; null where the runs do not bracket it."""

    final_loss: float
    """ The loss there, by the parabola. """
    interval: BestPeakBestType0IntervalType0 | None
    peak_learning_rate: float
    """ The minimum of the parabola. """

    def to_dict(self) -> dict[str, Any]:
        from ..models.best_peak_best_type_0_interval_type_0 import (
            BestPeakBestType0IntervalType0,
        )

        final_loss = self.final_loss

        interval: dict[str, Any] | None
        if isinstance(self.interval, BestPeakBestType0IntervalType0):
            interval = self.interval.to_dict()
        else:
            interval = self.interval

        peak_learning_rate = self.peak_learning_rate

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "finalLoss": final_loss,
                "interval": interval,
                "peakLearningRate": peak_learning_rate,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.best_peak_best_type_0_interval_type_0 import (
            BestPeakBestType0IntervalType0,
        )

        d = dict(src_dict)
        final_loss = d.pop("finalLoss")

        def _parse_interval(data: object) -> BestPeakBestType0IntervalType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                interval_type_0 = BestPeakBestType0IntervalType0.from_dict(data)

                return interval_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(BestPeakBestType0IntervalType0 | None, data)

        interval = _parse_interval(d.pop("interval"))

        peak_learning_rate = d.pop("peakLearningRate")

        best_peak_best_type_0 = cls(
            final_loss=final_loss,
            interval=interval,
            peak_learning_rate=peak_learning_rate,
        )

        return best_peak_best_type_0
