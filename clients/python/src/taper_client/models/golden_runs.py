from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.golden_run import GoldenRun


T = TypeVar("T", bound="GoldenRuns")


@_attrs_define
class GoldenRuns:
    """The recorded runs that an optimizer is tested against."""

    note: None | str
    """ Why there is no run, where there is none. """
    optimizer: str
    runs: list[GoldenRun]

    def to_dict(self) -> dict[str, Any]:
        note: None | str
        note = self.note

        optimizer = self.optimizer

        runs = []
        for runs_item_data in self.runs:
            runs_item = runs_item_data.to_dict()
            runs.append(runs_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "note": note,
                "optimizer": optimizer,
                "runs": runs,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.golden_run import GoldenRun

        d = dict(src_dict)

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        optimizer = d.pop("optimizer")

        runs = []
        _runs = d.pop("runs")
        for runs_item_data in _runs:
            runs_item = GoldenRun.from_dict(runs_item_data)

            runs.append(runs_item)

        golden_runs = cls(
            note=note,
            optimizer=optimizer,
            runs=runs,
        )

        return golden_runs
