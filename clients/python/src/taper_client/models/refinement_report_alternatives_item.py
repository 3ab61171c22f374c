from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.refinement_report_alternatives_item_name import (
    RefinementReportAlternativesItemName,
    check_refinement_report_alternatives_item_name,
)

if TYPE_CHECKING:
    from ..models.refinement_report_alternatives_item_request import (
        RefinementReportAlternativesItemRequest,
    )


T = TypeVar("T", bound="RefinementReportAlternativesItem")


@_attrs_define
class RefinementReportAlternativesItem:
    detail: str
    """ What it is. """
    name: RefinementReportAlternativesItemName
    """ `warm-up-linear`: 5 % warm-up, then linear decay. `paper`: preset paper on the same norms. """
    request: RefinementReportAlternativesItemRequest
    """ The request that makes it. """

    def to_dict(self) -> dict[str, Any]:
        detail = self.detail

        name: str = self.name

        request = self.request.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "detail": detail,
                "name": name,
                "request": request,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.refinement_report_alternatives_item_request import (
            RefinementReportAlternativesItemRequest,
        )

        d = dict(src_dict)
        detail = d.pop("detail")

        name = check_refinement_report_alternatives_item_name(d.pop("name"))

        request = RefinementReportAlternativesItemRequest.from_dict(d.pop("request"))

        refinement_report_alternatives_item = cls(
            detail=detail,
            name=name,
            request=request,
        )

        return refinement_report_alternatives_item
