from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.candidate import Candidate
    from ..models.learning_rates import LearningRates


T = TypeVar("T", bound="LearningRateAuditRequest")


@_attrs_define
class LearningRateAuditRequest:
    """Learning rates, and the schedule that they were meant to follow. Default of `against`: the scheduleId of the run."""

    learning_rates: LearningRates
    """ Learning rates that a trainer used: the series learning-rate of a run, or a list. """
    against: Candidate | Unset = UNSET
    """ A schedule: a rule, the id of a stored schedule, or multipliers. """
    peak_learning_rate: float | Unset = UNSET
    """ The peak that was meant. Default: that of the schedule, else of the run. If nobody says it, the largest rate
    stands for it, and no rate is found to be scaled. """
    steps: int | Unset = UNSET
    """ Length of the rule in `against`. Default: totalSteps of the run, else what the log spans from step 0 on. """

    def to_dict(self) -> dict[str, Any]:
        learning_rates = self.learning_rates.to_dict()

        against: dict[str, Any] | Unset = UNSET
        if not isinstance(self.against, Unset):
            against = self.against.to_dict()

        peak_learning_rate = self.peak_learning_rate

        steps = self.steps

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "learningRates": learning_rates,
            }
        )
        if against is not UNSET:
            field_dict["against"] = against
        if peak_learning_rate is not UNSET:
            field_dict["peakLearningRate"] = peak_learning_rate
        if steps is not UNSET:
            field_dict["steps"] = steps

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.candidate import Candidate
        from ..models.learning_rates import LearningRates

        d = dict(src_dict)
        learning_rates = LearningRates.from_dict(d.pop("learningRates"))

        _against = d.pop("against", UNSET)
        against: Candidate | Unset
        if isinstance(_against, Unset):
            against = UNSET
        else:
            against = Candidate.from_dict(_against)

        peak_learning_rate = d.pop("peakLearningRate", UNSET)

        steps = d.pop("steps", UNSET)

        learning_rate_audit_request = cls(
            learning_rates=learning_rates,
            against=against,
            peak_learning_rate=peak_learning_rate,
            steps=steps,
        )

        return learning_rate_audit_request
