from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.peak_request_loss import PeakRequestLoss, check_peak_request_loss
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.peak_request_runs_item import PeakRequestRunsItem


T = TypeVar("T", bound="PeakRequest")


@_attrs_define
class PeakRequest:
    """Runs with different peak learning rates."""

    runs: list[PeakRequestRunsItem]
    """ Runs of one length that differ in their peaks, and in their seeds. """
    loss: PeakRequestLoss | Unset = UNSET
    """ Which losses of runs by id. Default: those of evaluation where all have them, else of training. """
    noise: float | Unset = UNSET
    """ Standard deviation of the final loss over seeds. Default: found from more than three runs. """
    steps: int | Unset = UNSET
    """ Another length, to which the best peak is carried over. """

    def to_dict(self) -> dict[str, Any]:
        runs = []
        for runs_item_data in self.runs:
            runs_item = runs_item_data.to_dict()
            runs.append(runs_item)

        loss: str | Unset = UNSET
        if not isinstance(self.loss, Unset):
            loss = self.loss

        noise = self.noise

        steps = self.steps

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "runs": runs,
            }
        )
        if loss is not UNSET:
            field_dict["loss"] = loss
        if noise is not UNSET:
            field_dict["noise"] = noise
        if steps is not UNSET:
            field_dict["steps"] = steps

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.peak_request_runs_item import PeakRequestRunsItem

        d = dict(src_dict)
        runs = []
        _runs = d.pop("runs")
        for runs_item_data in _runs:
            runs_item = PeakRequestRunsItem.from_dict(runs_item_data)

            runs.append(runs_item)

        _loss = d.pop("loss", UNSET)
        loss: PeakRequestLoss | Unset
        if isinstance(_loss, Unset):
            loss = UNSET
        else:
            loss = check_peak_request_loss(_loss)

        noise = d.pop("noise", UNSET)

        steps = d.pop("steps", UNSET)

        peak_request = cls(
            runs=runs,
            loss=loss,
            noise=noise,
            steps=steps,
        )

        return peak_request
