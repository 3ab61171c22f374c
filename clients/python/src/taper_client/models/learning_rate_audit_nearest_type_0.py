from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.learning_rate_audit_nearest_type_0_parameters import (
        LearningRateAuditNearestType0Parameters,
    )


T = TypeVar("T", bound="LearningRateAuditNearestType0")


@_attrs_define
class LearningRateAuditNearestType0:
    """The rule that the rates are nearest to; null where all are 0."""

    max_error: float
    """ Largest error of a multiplier. """
    parameters: LearningRateAuditNearestType0Parameters
    """ Its parameters; fractions of the steps from the first logged one to the last. """
    peak_learning_rate: float
    """ The largest rate. """
    r2: float
    """ 1 − SSE/SST. """
    rule: str
    """ A rule of GET /v1/schedule-rules. """

    def to_dict(self) -> dict[str, Any]:
        max_error = self.max_error

        parameters = self.parameters.to_dict()

        peak_learning_rate = self.peak_learning_rate

        r2 = self.r2

        rule = self.rule

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "maxError": max_error,
                "parameters": parameters,
                "peakLearningRate": peak_learning_rate,
                "r2": r2,
                "rule": rule,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.learning_rate_audit_nearest_type_0_parameters import (
            LearningRateAuditNearestType0Parameters,
        )

        d = dict(src_dict)
        max_error = d.pop("maxError")

        parameters = LearningRateAuditNearestType0Parameters.from_dict(
            d.pop("parameters")
        )

        peak_learning_rate = d.pop("peakLearningRate")

        r2 = d.pop("r2")

        rule = d.pop("rule")

        learning_rate_audit_nearest_type_0 = cls(
            max_error=max_error,
            parameters=parameters,
            peak_learning_rate=peak_learning_rate,
            r2=r2,
            rule=rule,
        )

        return learning_rate_audit_nearest_type_0
