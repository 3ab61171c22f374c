from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.refinement_report_warnings_item_code import (
    RefinementReportWarningsItemCode,
    check_refinement_report_warnings_item_code,
)

T = TypeVar("T", bound="RefinementReportWarningsItem")


@_attrs_define
class RefinementReportWarningsItem:
    code: RefinementReportWarningsItemCode
    """ `clipped-norms`: A fifth of the points or more share the largest norm, as norms do that are taken after
    gradient clipping. `collapsed-norms`: The norms collapse at the end, or the schedule peaks in its last tenth.
    `early-spike`: The first norm is more than 5 times the median of the first tenth, so that the schedule starts
    low. `few-points`: Fewer than 100 points could be used. `short-run`: The norms extend over less than 90 % of the
    steps of the run. `coarse-stride`: Fewer than 1000 points stand for more steps than there are points. `gaps`:
    The steps of the points are so uneven that the grid between them was cut down. `non-finite`: Points that are NaN
    or ±Infinity were dropped. `zero`: Points that are 0 were dropped. `loss-range`: The smallest filtered loss is
    at most a ten-thousandth of the largest: the loss vanished, or the run diverged, and explains no norm. `loss-
    not-positive`: Over a tenth of the losses are 0 or below, so the losses were left out. `l2-for-adaptive`: The
    optimizer is adaptive, and only l2 norms are logged. """
    detail: str
    """ What was seen in these norms, and what to do. """

    def to_dict(self) -> dict[str, Any]:
        code: str = self.code

        detail = self.detail

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "detail": detail,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        code = check_refinement_report_warnings_item_code(d.pop("code"))

        detail = d.pop("detail")

        refinement_report_warnings_item = cls(
            code=code,
            detail=detail,
        )

        return refinement_report_warnings_item
