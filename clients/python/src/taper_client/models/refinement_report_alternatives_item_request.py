from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.refinement_report_alternatives_item_request_method import (
    RefinementReportAlternativesItemRequestMethod,
    check_refinement_report_alternatives_item_request_method,
)

if TYPE_CHECKING:
    from ..models.refinement_report_alternatives_item_request_body import (
        RefinementReportAlternativesItemRequestBody,
    )


T = TypeVar("T", bound="RefinementReportAlternativesItemRequest")


@_attrs_define
class RefinementReportAlternativesItemRequest:
    """The request that makes it."""

    body: RefinementReportAlternativesItemRequestBody
    """ What to send; for norms that came as `values`, these are to be added. """
    method: RefinementReportAlternativesItemRequestMethod
    path: str
    """ Where to send it. """

    def to_dict(self) -> dict[str, Any]:
        body = self.body.to_dict()

        method: str = self.method

        path = self.path

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "body": body,
                "method": method,
                "path": path,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.refinement_report_alternatives_item_request_body import (
            RefinementReportAlternativesItemRequestBody,
        )

        d = dict(src_dict)
        body = RefinementReportAlternativesItemRequestBody.from_dict(d.pop("body"))

        method = check_refinement_report_alternatives_item_request_method(
            d.pop("method")
        )

        path = d.pop("path")

        refinement_report_alternatives_item_request = cls(
            body=body,
            method=method,
            path=path,
        )

        return refinement_report_alternatives_item_request
