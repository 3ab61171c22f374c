from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.invalid_part import InvalidPart


T = TypeVar("T", bound="ProblemDetails")


@_attrs_define
class ProblemDetails:
    """Why a request failed (RFC 9457)."""

    detail: str
    """ What happened in this case. """
    request_id: str
    """ The id of the request, as in X-Request-Id. """
    status: int
    title: str
    """ What is wrong; the same for all problems of a type. """
    type_: str
    """ The path of a page that explains the problem. """
    errors: list[InvalidPart] | Unset = UNSET
    """ Each place in the request that is wrong. """

    def to_dict(self) -> dict[str, Any]:
        detail = self.detail

        request_id = self.request_id

        status = self.status

        title = self.title

        type_ = self.type_

        errors: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.errors, Unset):
            errors = []
            for errors_item_data in self.errors:
                errors_item = errors_item_data.to_dict()
                errors.append(errors_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "detail": detail,
                "requestId": request_id,
                "status": status,
                "title": title,
                "type": type_,
            }
        )
        if errors is not UNSET:
            field_dict["errors"] = errors

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.invalid_part import InvalidPart

        d = dict(src_dict)
        detail = d.pop("detail")

        request_id = d.pop("requestId")

        status = d.pop("status")

        title = d.pop("title")

        type_ = d.pop("type")

        _errors = d.pop("errors", UNSET)
        errors: list[InvalidPart] | Unset = UNSET
        if _errors is not UNSET:
            errors = []
            for errors_item_data in _errors:
                errors_item = InvalidPart.from_dict(errors_item_data)

                errors.append(errors_item)

        problem_details = cls(
            detail=detail,
            request_id=request_id,
            status=status,
            title=title,
            type_=type_,
            errors=errors,
        )

        return problem_details
