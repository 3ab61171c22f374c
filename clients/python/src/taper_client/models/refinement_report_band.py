from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.refinement_report_band_buckets_item import (
        RefinementReportBandBucketsItem,
    )


T = TypeVar("T", bound="RefinementReportBand")


@_attrs_define
class RefinementReportBand:
    """Only for a refinement of several runs: quartiles of their norms before the median filter. Each run is first scaled
    to the median of their scales.

    """

    buckets: list[RefinementReportBandBucketsItem]
    """ At most 200, in order. Each is the mean over its positions. """

    def to_dict(self) -> dict[str, Any]:
        buckets = []
        for buckets_item_data in self.buckets:
            buckets_item = buckets_item_data.to_dict()
            buckets.append(buckets_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "buckets": buckets,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.refinement_report_band_buckets_item import (
            RefinementReportBandBucketsItem,
        )

        d = dict(src_dict)
        buckets = []
        _buckets = d.pop("buckets")
        for buckets_item_data in _buckets:
            buckets_item = RefinementReportBandBucketsItem.from_dict(buckets_item_data)

            buckets.append(buckets_item)

        refinement_report_band = cls(
            buckets=buckets,
        )

        return refinement_report_band
