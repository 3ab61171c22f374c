from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.non_finite import NonFinite, check_non_finite

if TYPE_CHECKING:
    from ..models.fits_fits_item_parameters import FitsFitsItemParameters


T = TypeVar("T", bound="FitsFitsItem")


@_attrs_define
class FitsFitsItem:
    bound_ratio: float | NonFinite
    """ General bound of the fit over that of the schedule, each at its best base learning rate, on the norms of the
    run, or on constant norms. """
    max_error: float
    """ The largest error at any step. """
    parameters: FitsFitsItemParameters
    """ Parameters of the closest fit, by least squares, as for POST /v1/schedules. """
    r2: float
    """ 1 − SSE/SST. For a constant schedule: 1 if the fit is exact, else 0. """
    rule: str
    """ A rule of GET /v1/schedule-rules. """

    def to_dict(self) -> dict[str, Any]:
        bound_ratio: float | str
        if isinstance(self.bound_ratio, str):
            bound_ratio = self.bound_ratio
        else:
            bound_ratio = self.bound_ratio

        max_error = self.max_error

        parameters = self.parameters.to_dict()

        r2 = self.r2

        rule = self.rule

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "boundRatio": bound_ratio,
                "maxError": max_error,
                "parameters": parameters,
                "r2": r2,
                "rule": rule,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.fits_fits_item_parameters import FitsFitsItemParameters

        d = dict(src_dict)

        def _parse_bound_ratio(data: object) -> float | NonFinite:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                bound_ratio_type_1 = check_non_finite(data)

                return bound_ratio_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite, data)

        bound_ratio = _parse_bound_ratio(d.pop("boundRatio"))

        max_error = d.pop("maxError")

        parameters = FitsFitsItemParameters.from_dict(d.pop("parameters"))

        r2 = d.pop("r2")

        rule = d.pop("rule")

        fits_fits_item = cls(
            bound_ratio=bound_ratio,
            max_error=max_error,
            parameters=parameters,
            r2=r2,
            rule=rule,
        )

        return fits_fits_item
