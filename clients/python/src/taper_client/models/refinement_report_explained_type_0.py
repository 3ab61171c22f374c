from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="RefinementReportExplainedType0")


@_attrs_define
class RefinementReportExplainedType0:
    """How far the losses explain the norms: both median-filtered, after the first 5 % of the log. Null without losses."""

    range_: float
    """ ln of the largest filtered norm over the smallest. """
    slope: float
    """ Slope of the least-squares line of ln ĝ on ln loss: between 0 and 1 where norms fall because training
    converges. """

    def to_dict(self) -> dict[str, Any]:
        range_ = self.range_

        slope = self.slope

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "range": range_,
                "slope": slope,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        range_ = d.pop("range")

        slope = d.pop("slope")

        refinement_report_explained_type_0 = cls(
            range_=range_,
            slope=slope,
        )

        return refinement_report_explained_type_0
