from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.non_finite import NonFinite, check_non_finite

T = TypeVar("T", bound="RefinementReportNumeric")


@_attrs_define
class RefinementReportNumeric:
    """Only with method numeric. The general bound holds for any schedule. It is about twice the one under `bound`, which
    holds for schedules made of weights. Do not compare the two.

    """

    bound: float | NonFinite
    """ The least general bound of any schedule with one step per filtered norm, for distance 1. """
    bound_closed_form: float | NonFinite
    """ The general bound of the closed form, without its last step of 0, at its best rate. """
    bound_linear: float | NonFinite
    """ The general bound of linear decay (n − j)/n, at its best rate. """
    converged: bool
    """ Whether the minimum was reached. """
    iterations: int
    """ Sweeps over the norms: always 1, since a recursion gives the minimum. """

    def to_dict(self) -> dict[str, Any]:
        bound: float | str
        if isinstance(self.bound, str):
            bound = self.bound
        else:
            bound = self.bound

        bound_closed_form: float | str
        if isinstance(self.bound_closed_form, str):
            bound_closed_form = self.bound_closed_form
        else:
            bound_closed_form = self.bound_closed_form

        bound_linear: float | str
        if isinstance(self.bound_linear, str):
            bound_linear = self.bound_linear
        else:
            bound_linear = self.bound_linear

        converged = self.converged

        iterations = self.iterations

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "bound": bound,
                "boundClosedForm": bound_closed_form,
                "boundLinear": bound_linear,
                "converged": converged,
                "iterations": iterations,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_bound(data: object) -> float | NonFinite:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                bound_type_1 = check_non_finite(data)

                return bound_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite, data)

        bound = _parse_bound(d.pop("bound"))

        def _parse_bound_closed_form(data: object) -> float | NonFinite:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                bound_closed_form_type_1 = check_non_finite(data)

                return bound_closed_form_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite, data)

        bound_closed_form = _parse_bound_closed_form(d.pop("boundClosedForm"))

        def _parse_bound_linear(data: object) -> float | NonFinite:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                bound_linear_type_1 = check_non_finite(data)

                return bound_linear_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | NonFinite, data)

        bound_linear = _parse_bound_linear(d.pop("boundLinear"))

        converged = d.pop("converged")

        iterations = d.pop("iterations")

        refinement_report_numeric = cls(
            bound=bound,
            bound_closed_form=bound_closed_form,
            bound_linear=bound_linear,
            converged=converged,
            iterations=iterations,
        )

        return refinement_report_numeric
