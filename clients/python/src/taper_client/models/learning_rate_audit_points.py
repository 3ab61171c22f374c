from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="LearningRateAuditPoints")


@_attrs_define
class LearningRateAuditPoints:
    """Rates that were read."""

    non_finite: int
    """ NaN and infinities, left out. """
    received: int

    def to_dict(self) -> dict[str, Any]:
        non_finite = self.non_finite

        received = self.received

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "nonFinite": non_finite,
                "received": received,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        non_finite = d.pop("nonFinite")

        received = d.pop("received")

        learning_rate_audit_points = cls(
            non_finite=non_finite,
            received=received,
        )

        return learning_rate_audit_points
