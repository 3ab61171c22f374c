from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.generation import Generation
    from ..models.lineage_gains_item import LineageGainsItem


T = TypeVar("T", bound="Lineage")


@_attrs_define
class Lineage:
    """The chain run → schedule → run that a run is part of."""

    ancestors: list[Generation]
    """ What led to the run, the nearest first. """
    descendants: list[Generation]
    """ What came of the run, by generation. """
    gains: list[LineageGainsItem]
    """ What each refinement among them promised to gain over linear decay, oldest first. """
    run_id: str
    """ The id of a run: chosen by the client, or made by the service (UUIDv7). """
    truncated: bool
    """ Whether there is more: 100 steps back and 200 schedules and runs forward are followed. """

    def to_dict(self) -> dict[str, Any]:
        ancestors = []
        for ancestors_item_data in self.ancestors:
            ancestors_item = ancestors_item_data.to_dict()
            ancestors.append(ancestors_item)

        descendants = []
        for descendants_item_data in self.descendants:
            descendants_item = descendants_item_data.to_dict()
            descendants.append(descendants_item)

        gains = []
        for gains_item_data in self.gains:
            gains_item = gains_item_data.to_dict()
            gains.append(gains_item)

        run_id = self.run_id

        truncated = self.truncated

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "ancestors": ancestors,
                "descendants": descendants,
                "gains": gains,
                "runId": run_id,
                "truncated": truncated,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.generation import Generation
        from ..models.lineage_gains_item import LineageGainsItem

        d = dict(src_dict)
        ancestors = []
        _ancestors = d.pop("ancestors")
        for ancestors_item_data in _ancestors:
            ancestors_item = Generation.from_dict(ancestors_item_data)

            ancestors.append(ancestors_item)

        descendants = []
        _descendants = d.pop("descendants")
        for descendants_item_data in _descendants:
            descendants_item = Generation.from_dict(descendants_item_data)

            descendants.append(descendants_item)

        gains = []
        _gains = d.pop("gains")
        for gains_item_data in _gains:
            gains_item = LineageGainsItem.from_dict(gains_item_data)

            gains.append(gains_item)

        run_id = d.pop("runId")

        truncated = d.pop("truncated")

        lineage = cls(
            ancestors=ancestors,
            descendants=descendants,
            gains=gains,
            run_id=run_id,
            truncated=truncated,
        )

        return lineage
