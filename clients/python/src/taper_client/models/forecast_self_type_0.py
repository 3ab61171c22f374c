from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.forecast_self_type_0_interval import ForecastSelfType0Interval
    from ..models.forecast_self_type_0_path_type_0 import ForecastSelfType0PathType0


T = TypeVar("T", bound="ForecastSelfType0")


@_attrs_define
class ForecastSelfType0:
    """The end of a run that has not ended, by its own schedule; null where none is known to go on."""

    curve: int
    """ Its place in `curves`. """
    final_loss: float
    """ The loss at its end. """
    interval: ForecastSelfType0Interval
    """ Holds the loss, smoothed over some steps, in 90 of 100 cases: uncertain parameters, scatter of blocks,
    spread of the laws, and how far laws erred on other schedules. """
    laws: list[str]
    """ The laws that it is by: the one that was fitted, multi-power for a run of which less than half is logged,
    the median of three from 60 % on. """
    path: ForecastSelfType0PathType0 | None
    steps: int
    """ Length of the training. """

    def to_dict(self) -> dict[str, Any]:
        from ..models.forecast_self_type_0_path_type_0 import ForecastSelfType0PathType0

        curve = self.curve

        final_loss = self.final_loss

        interval = self.interval.to_dict()

        laws = self.laws

        path: dict[str, Any] | None
        if isinstance(self.path, ForecastSelfType0PathType0):
            path = self.path.to_dict()
        else:
            path = self.path

        steps = self.steps

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "curve": curve,
                "finalLoss": final_loss,
                "interval": interval,
                "laws": laws,
                "path": path,
                "steps": steps,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.forecast_self_type_0_interval import ForecastSelfType0Interval
        from ..models.forecast_self_type_0_path_type_0 import ForecastSelfType0PathType0

        d = dict(src_dict)
        curve = d.pop("curve")

        final_loss = d.pop("finalLoss")

        interval = ForecastSelfType0Interval.from_dict(d.pop("interval"))

        laws = cast(list[str], d.pop("laws"))

        def _parse_path(data: object) -> ForecastSelfType0PathType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                path_type_0 = ForecastSelfType0PathType0.from_dict(data)

                return path_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ForecastSelfType0PathType0 | None, data)

        path = _parse_path(d.pop("path"))

        steps = d.pop("steps")

        forecast_self_type_0 = cls(
            curve=curve,
            final_loss=final_loss,
            interval=interval,
            laws=laws,
            path=path,
            steps=steps,
        )

        return forecast_self_type_0
