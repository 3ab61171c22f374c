from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.candidate import Candidate
    from ..models.norms_source import NormsSource


T = TypeVar("T", bound="BoundRequest")


@_attrs_define
class BoundRequest:
    """A schedule, and the norms to compute its bound on."""

    candidate: Candidate
    """ A schedule: a rule, the id of a stored schedule, or multipliers. """
    norms: NormsSource
    """ The gradient norms for a bound: constant, in the body, or logged by a run (at even steps, unfiltered,
    without zeros, NaN and infinities). They are interpolated linearly to the steps of the schedule, from its first
    to its last. """
    distance: float | Unset = 1.0
    """ D = ‖x₁ − x*‖, the distance from the initial point to the solution. """
    peak_learning_rate: float | Unset = UNSET
    """ Learning rate at multiplier 1, to compute the bound at. """
    steps: int | Unset = UNSET
    """ Length of the schedules in optimizer steps. Default: their own, else that of the norms (of a run:
    totalSteps, else the extent of what it has logged). Stored schedules and multipliers have a fixed length. """

    def to_dict(self) -> dict[str, Any]:
        candidate = self.candidate.to_dict()

        norms = self.norms.to_dict()

        distance = self.distance

        peak_learning_rate = self.peak_learning_rate

        steps = self.steps

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "candidate": candidate,
                "norms": norms,
            }
        )
        if distance is not UNSET:
            field_dict["distance"] = distance
        if peak_learning_rate is not UNSET:
            field_dict["peakLearningRate"] = peak_learning_rate
        if steps is not UNSET:
            field_dict["steps"] = steps

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.candidate import Candidate
        from ..models.norms_source import NormsSource

        d = dict(src_dict)
        candidate = Candidate.from_dict(d.pop("candidate"))

        norms = NormsSource.from_dict(d.pop("norms"))

        distance = d.pop("distance", UNSET)

        peak_learning_rate = d.pop("peakLearningRate", UNSET)

        steps = d.pop("steps", UNSET)

        bound_request = cls(
            candidate=candidate,
            norms=norms,
            distance=distance,
            peak_learning_rate=peak_learning_rate,
            steps=steps,
        )

        return bound_request
