from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.gradient_norm_bucket import GradientNormBucket


T = TypeVar("T", bound="GradientNormBuckets")


@_attrs_define
class GradientNormBuckets:
    """With buckets=n."""

    buckets: list[GradientNormBucket]

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
        from ..models.gradient_norm_bucket import GradientNormBucket

        d = dict(src_dict)
        buckets = []
        _buckets = d.pop("buckets")
        for buckets_item_data in _buckets:
            buckets_item = GradientNormBucket.from_dict(buckets_item_data)

            buckets.append(buckets_item)

        gradient_norm_buckets = cls(
            buckets=buckets,
        )

        return gradient_norm_buckets
