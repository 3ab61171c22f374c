from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.reported_exports_targets_item import ReportedExportsTargetsItem


T = TypeVar("T", bound="ReportedExports")


@_attrs_define
class ReportedExports:
    """The schedule as code for trainers."""

    targets: list[ReportedExportsTargetsItem]
    tolerance: float
    """ The largest error of a multiplier. """

    def to_dict(self) -> dict[str, Any]:
        targets = []
        for targets_item_data in self.targets:
            targets_item = targets_item_data.to_dict()
            targets.append(targets_item)

        tolerance = self.tolerance

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "targets": targets,
                "tolerance": tolerance,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.reported_exports_targets_item import ReportedExportsTargetsItem

        d = dict(src_dict)
        targets = []
        _targets = d.pop("targets")
        for targets_item_data in _targets:
            targets_item = ReportedExportsTargetsItem.from_dict(targets_item_data)

            targets.append(targets_item)

        tolerance = d.pop("tolerance")

        reported_exports = cls(
            targets=targets,
            tolerance=tolerance,
        )

        return reported_exports
