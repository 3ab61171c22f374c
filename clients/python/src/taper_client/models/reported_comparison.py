from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.reported_comparison_rows_item import ReportedComparisonRowsItem


T = TypeVar("T", bound="ReportedComparison")


@_attrs_define
class ReportedComparison:
    """Schedules by bound, and by predicted loss: two questions."""

    bounds: str
    """ What the bounds say, in words. """
    rows: list[ReportedComparisonRowsItem]

    def to_dict(self) -> dict[str, Any]:
        bounds = self.bounds

        rows = []
        for rows_item_data in self.rows:
            rows_item = rows_item_data.to_dict()
            rows.append(rows_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "bounds": bounds,
                "rows": rows,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.reported_comparison_rows_item import ReportedComparisonRowsItem

        d = dict(src_dict)
        bounds = d.pop("bounds")

        rows = []
        _rows = d.pop("rows")
        for rows_item_data in _rows:
            rows_item = ReportedComparisonRowsItem.from_dict(rows_item_data)

            rows.append(rows_item)

        reported_comparison = cls(
            bounds=bounds,
            rows=rows,
        )

        return reported_comparison
