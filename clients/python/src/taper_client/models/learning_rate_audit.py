from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.learning_rate_audit_against_type_0 import (
        LearningRateAuditAgainstType0,
    )
    from ..models.learning_rate_audit_nearest_type_0 import (
        LearningRateAuditNearestType0,
    )
    from ..models.learning_rate_audit_points import LearningRateAuditPoints
    from ..models.learning_rate_finding import LearningRateFinding


T = TypeVar("T", bound="LearningRateAudit")


@_attrs_define
class LearningRateAudit:
    """The rates that were used, against the schedule that was meant."""

    against: LearningRateAuditAgainstType0 | None
    findings: list[LearningRateFinding]
    """ In the order of their steps. One with `follows` true harms nothing. """
    follows: bool | None
    nearest: LearningRateAuditNearestType0 | None
    points: LearningRateAuditPoints
    """ Rates that were read. """

    def to_dict(self) -> dict[str, Any]:
        from ..models.learning_rate_audit_against_type_0 import (
            LearningRateAuditAgainstType0,
        )
        from ..models.learning_rate_audit_nearest_type_0 import (
            LearningRateAuditNearestType0,
        )

        against: dict[str, Any] | None
        if isinstance(self.against, LearningRateAuditAgainstType0):
            against = self.against.to_dict()
        else:
            against = self.against

        findings = []
        for findings_item_data in self.findings:
            findings_item = findings_item_data.to_dict()
            findings.append(findings_item)

        follows: bool | None
        follows = self.follows

        nearest: dict[str, Any] | None
        if isinstance(self.nearest, LearningRateAuditNearestType0):
            nearest = self.nearest.to_dict()
        else:
            nearest = self.nearest

        points = self.points.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "against": against,
                "findings": findings,
                "follows": follows,
                "nearest": nearest,
                "points": points,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.learning_rate_audit_against_type_0 import (
            LearningRateAuditAgainstType0,
        )
        from ..models.learning_rate_audit_nearest_type_0 import (
            LearningRateAuditNearestType0,
        )
        from ..models.learning_rate_audit_points import LearningRateAuditPoints
        from ..models.learning_rate_finding import LearningRateFinding

        d = dict(src_dict)

        def _parse_against(data: object) -> LearningRateAuditAgainstType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                against_type_0 = LearningRateAuditAgainstType0.from_dict(data)

                return against_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LearningRateAuditAgainstType0 | None, data)

        against = _parse_against(d.pop("against"))

        findings = []
        _findings = d.pop("findings")
        for findings_item_data in _findings:
            findings_item = LearningRateFinding.from_dict(findings_item_data)

            findings.append(findings_item)

        def _parse_follows(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        follows = _parse_follows(d.pop("follows"))

        def _parse_nearest(data: object) -> LearningRateAuditNearestType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                nearest_type_0 = LearningRateAuditNearestType0.from_dict(data)

                return nearest_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LearningRateAuditNearestType0 | None, data)

        nearest = _parse_nearest(d.pop("nearest"))

        points = LearningRateAuditPoints.from_dict(d.pop("points"))

        learning_rate_audit = cls(
            against=against,
            findings=findings,
            follows=follows,
            nearest=nearest,
            points=points,
        )

        return learning_rate_audit
