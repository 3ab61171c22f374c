from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.series_receipt_series import SeriesReceiptSeries


T = TypeVar("T", bound="SeriesReceipt")


@_attrs_define
class SeriesReceipt:
    """How the points of a request were stored. They are on disk."""

    series: SeriesReceiptSeries
    """ For each series of the body, and with `resumeFrom` for every series of the run, how its points were stored.
    """

    def to_dict(self) -> dict[str, Any]:
        series = self.series.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "series": series,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.series_receipt_series import SeriesReceiptSeries

        d = dict(src_dict)
        series = SeriesReceiptSeries.from_dict(d.pop("series"))

        series_receipt = cls(
            series=series,
        )

        return series_receipt
