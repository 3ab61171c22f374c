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
    """ The gradient norms that bounds are about: constant, in the body, or what a run has logged (without zeros and
    what is not finite, at even steps, unfiltered). They are interpolated linearly to the steps of a schedule, both
    ends kept. """
    distance: float | Unset = 1.0
    """ D = ‖x₁ − x*‖, from the start to the solution. """
    steps: int | Unset = UNSET
    """ Length of the schedules. Default: their own, else that of the norms (of a run: its totalSteps, else what it
    has logged). A stored schedule and multipliers have a length of their own, and no other. """

    def to_dict(self) -> dict[str, Any]:
        candidates = []
        for candidates_item_data in self.candidates:
            candidates_item = candidates_item_data.to_dict()
            candidates.append(candidates_item)

        norms = self.norms.to_dict()

        distance = self.distance

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

        steps = d.pop("steps", UNSET)

        comparison_request = cls(
            candidates=candidates,
            norms=norms,
            distance=distance,
            steps=steps,
        )

        return comparison_request
