from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.comparable_numbers_curve_type_0 import ComparableNumbersCurveType0


T = TypeVar("T", bound="ComparableNumbers")


@_attrs_define
class ComparableNumbers:
    """At most 4096 numbers of each kind, to ask other questions with."""

    curve: ComparableNumbersCurveType0 | None
    norms: list[float]
    """ Norms of successive parts of the log, as `norms.values` of POST /v1/comparisons. """

    def to_dict(self) -> dict[str, Any]:
        from ..models.comparable_numbers_curve_type_0 import ComparableNumbersCurveType0

        curve: dict[str, Any] | None
        if isinstance(self.curve, ComparableNumbersCurveType0):
            curve = self.curve.to_dict()
        else:
            curve = self.curve

        norms = self.norms

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "curve": curve,
                "norms": norms,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.comparable_numbers_curve_type_0 import ComparableNumbersCurveType0

        d = dict(src_dict)

        def _parse_curve(data: object) -> ComparableNumbersCurveType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                curve_type_0 = ComparableNumbersCurveType0.from_dict(data)

                return curve_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ComparableNumbersCurveType0 | None, data)

        curve = _parse_curve(d.pop("curve"))

        norms = cast(list[float], d.pop("norms"))

        comparable_numbers = cls(
            curve=curve,
            norms=norms,
        )

        return comparable_numbers
