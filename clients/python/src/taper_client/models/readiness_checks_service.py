from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.readiness_checks_service_status import (
    ReadinessChecksServiceStatus,
    check_readiness_checks_service_status,
)

T = TypeVar("T", bound="ReadinessChecksService")


@_attrs_define
class ReadinessChecksService:
    detail: str
    """ What was found, or what is wrong. """
    status: ReadinessChecksServiceStatus

    def to_dict(self) -> dict[str, Any]:
        detail = self.detail

        status: str = self.status

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "detail": detail,
                "status": status,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        detail = d.pop("detail")

        status = check_readiness_checks_service_status(d.pop("status"))

        readiness_checks_service = cls(
            detail=detail,
            status=status,
        )

        return readiness_checks_service
