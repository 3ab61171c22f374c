from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.imported_run import ImportedRun


T = TypeVar("T", bound="ImportReceipt")


@_attrs_define
class ImportReceipt:
    """What was read from where, and stored. It is on disk, unless `dryRun`."""

    format_: str
    """ The format, by what is in the file. """
    runs: list[ImportedRun]

    def to_dict(self) -> dict[str, Any]:
        format_ = self.format_

        runs = []
        for runs_item_data in self.runs:
            runs_item = runs_item_data.to_dict()
            runs.append(runs_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "format": format_,
                "runs": runs,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.imported_run import ImportedRun

        d = dict(src_dict)
        format_ = d.pop("format")

        runs = []
        _runs = d.pop("runs")
        for runs_item_data in _runs:
            runs_item = ImportedRun.from_dict(runs_item_data)

            runs.append(runs_item)

        import_receipt = cls(
            format_=format_,
            runs=runs,
        )

        return import_receipt
