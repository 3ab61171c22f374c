from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="FitRequest")


@_attrs_define
class FitRequest:
    """Which standard schedules to fit."""

    rules: list[str] | Unset = UNSET
    """ The rules to fit. Default: all that can be fitted. """
    tolerance: float | Unset = 0.01
    """ The largest error of the segments at any step. """

    def to_dict(self) -> dict[str, Any]:
        rules: list[str] | Unset = UNSET
        if not isinstance(self.rules, Unset):
            rules = self.rules

        tolerance = self.tolerance

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if rules is not UNSET:
            field_dict["rules"] = rules
        if tolerance is not UNSET:
            field_dict["tolerance"] = tolerance

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        rules = cast(list[str], d.pop("rules", UNSET))

        tolerance = d.pop("tolerance", UNSET)

        fit_request = cls(
            rules=rules,
            tolerance=tolerance,
        )

        return fit_request
