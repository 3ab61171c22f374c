from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="FitsWarmupPolynomial")


@_attrs_define
class FitsWarmupPolynomial:
    """The closest warm-up with polynomial decay, by least squares."""

    max_error: float
    """ The largest error at any step. """
    power: float
    """ `power` of the `polynomial` that follows, with final 0. """
    r2: float
    """ 1 − SSE/SST. For a constant schedule: 1 if the fit is exact, else 0. """
    warmup: float
    """ Length of the linear warm-up as a fraction of the steps: `length` of `warmup`. """

    def to_dict(self) -> dict[str, Any]:
        max_error = self.max_error

        power = self.power

        r2 = self.r2

        warmup = self.warmup

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "maxError": max_error,
                "power": power,
                "r2": r2,
                "warmup": warmup,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        max_error = d.pop("maxError")

        power = d.pop("power")

        r2 = d.pop("r2")

        warmup = d.pop("warmup")

        fits_warmup_polynomial = cls(
            max_error=max_error,
            power=power,
            r2=r2,
            warmup=warmup,
        )

        return fits_warmup_polynomial
