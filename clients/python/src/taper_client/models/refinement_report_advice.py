from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.refinement_report_advice_verdict import (
    RefinementReportAdviceVerdict,
    check_refinement_report_advice_verdict,
)

T = TypeVar("T", bound="RefinementReportAdvice")


@_attrs_define
class RefinementReportAdvice:
    """What to train with, and why."""

    detail: str
    """ The sentence to act on; and, where the presets differ much, which evidence stands on which side. """
    verdict: RefinementReportAdviceVerdict
    """ Which schedule the evidence speaks for. `refined`: this one, since the norms change for another reason than
    convergence. `either`: this one and 5 % warm-up with linear decay alike. `warm-up-linear`: 5 % warm-up with
    linear decay. """

    def to_dict(self) -> dict[str, Any]:
        detail = self.detail

        verdict: str = self.verdict

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "detail": detail,
                "verdict": verdict,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        detail = d.pop("detail")

        verdict = check_refinement_report_advice_verdict(d.pop("verdict"))

        refinement_report_advice = cls(
            detail=detail,
            verdict=verdict,
        )

        return refinement_report_advice
