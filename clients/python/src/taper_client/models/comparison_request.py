from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.candidate import Candidate
    from ..models.norms_source import NormsSource


T = TypeVar("T", bound="ComparisonRequest")


@_attrs_define
class ComparisonRequest:
    """Schedules, and the norms to compare them on."""

    candidates: list[Candidate]
    norms: NormsSource
    """ The gradient norms for a bound: constant, in the body, or logged by a run (at even steps, unfiltered,
    without zeros, NaN and infinities). They are interpolated linearly to the steps of the schedule, from its first
    to its last. """
    distance: float | Unset = 1.0
    """ D = ‖x₁ − x*‖, the distance from the initial point to the solution. """
    points: int | Unset = 0
    """ Of so many multipliers of each schedule the answer tells, at most. """
    steps: int | Unset = UNSET
    """ Length of the schedules in optimizer steps. Default: their own, else that of the norms (of a run:
    totalSteps, else the extent of what it has logged). Stored schedules and multipliers have a fixed length. """

    def to_dict(self) -> dict[str, Any]:
        candidates = []
        for candidates_item_data in self.candidates:
            candidates_item = candidates_item_data.to_dict()
            candidates.append(candidates_item)

        norms = self.norms.to_dict()

        distance = self.distance

        points = self.points

        steps = self.steps

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "candidates": candidates,
                "norms": norms,
            }
        )
        if distance is not UNSET:
            field_dict["distance"] = distance
        if points is not UNSET:
            field_dict["points"] = points
        if steps is not UNSET:
            field_dict["steps"] = steps

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.candidate import Candidate
        from ..models.norms_source import NormsSource

        d = dict(src_dict)
        candidates = []
        _candidates = d.pop("candidates")
        for candidates_item_data in _candidates:
            candidates_item = Candidate.from_dict(candidates_item_data)

            candidates.append(candidates_item)

        norms = NormsSource.from_dict(d.pop("norms"))

        distance = d.pop("distance", UNSET)

        points = d.pop("points", UNSET)

        steps = d.pop("steps", UNSET)

        comparison_request = cls(
            candidates=candidates,
            norms=norms,
            distance=distance,
            points=points,
            steps=steps,
        )

        return comparison_request
