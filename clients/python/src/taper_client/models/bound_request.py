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
    """A schedule, and the norms to bound it on."""

    candidate: Candidate
    """ A schedule: by rule, as it is stored, or as its multipliers. """
    norms: NormsSource
    """ The gradient norms that bounds are about: constant, in the body, or what a run has logged (without zeros and
    what is not finite, at even steps, unfiltered). They are interpolated linearly to the steps of a schedule, both
    ends kept. """
    distance: float | Unset = 1.0
    """ D = ‖x₁ − x*‖, from the start to the solution. """
    peak_learning_rate: float | Unset = UNSET
    """ A base rate at which the bound is wanted. """
    steps: int | Unset = UNSET
    """ Length of the schedules. Default: their own, else that of the norms (of a run: its totalSteps, else what it
    has logged). A stored schedule and multipliers have a length of their own, and no other. """

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
