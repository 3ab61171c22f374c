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
    """ `loss-scale`: The level of the norms jumps by exact powers of two, as a loss scale does. `clipped-norms`: A
    fifth of the points or more lie within 1e-5 of the largest norm, as norms do that are taken after gradient
    clipping; or the l2 norms of the run or its `clipNorm` speak for it. `concentrated`: A few steps have nearly all
    of the weight of the paper: 1 % of them over half, 10 % over nine tenths, or a quarter over 99 %. `loss-range`:
    The smallest filtered loss is at most a ten-thousandth of the largest: the loss vanished, or the run diverged,
    and explains no norm. `overshoot`: In the first fifth the loss rises to over four times its start and its
    median: the peak learning rate was too high. `collapsed-norms`: The last 5 % of the filtered norms have a median
    below half of that of all, or a closed-form schedule of preset paper peaks past 50 %. `few-points`: Fewer than
    100 points could be used. `coarse-stride`: Fewer than 1000 points stand for more steps than there are points.
    `stretched`: The schedule has more than twice the steps that the norms extend over. `short-run`: The norms
    extend over less than 90 % of the steps of the run. `rising-norms`: Under weight decay, the median of the last
    tenth is over 1.3 times that of the middle; or the norm goes with the learning rate to a power near −½.
    `rounded`: The norms are multiples of a power of ten that is coarser than 1 % of their median. `loss-span`: The
    losses cover less than 90 % of the steps that the norms extend over. `loss-not-positive`: Over a tenth of the
    losses are 0 or below, so the losses were left out. `early-spike`: The first norm is more than 5 times the
    median of the first tenth, so that the schedule starts low. `implausible-gain`: The bound of linear decay is
    over 1.2 times that of the schedule, and no other warning says why. `gaps`: The steps of the points are so
    uneven that the grid between them was cut down. `non-finite`: Points that are NaN or ±Infinity were dropped.
    `zero`: Points that are 0 were dropped. `l2-for-adaptive`: The optimizer is adaptive, and only l2 norms are
    logged. """
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
