from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.comparison_ranking_item import ComparisonRankingItem
    from ..models.comparison_warnings_item import ComparisonWarningsItem


T = TypeVar("T", bound="Comparison")


@_attrs_define
class Comparison:
    """Schedules ranked by their general bounds."""

    ranking: list[ComparisonRankingItem]
    """ Best first, each at its best base learning rate. """
    summary: str
    """ The outcome in words. Schedules whose bounds differ by less than 10 % are called equally good. """
    warnings: list[ComparisonWarningsItem]
    """ Reasons to doubt the ranking. """

    def to_dict(self) -> dict[str, Any]:
        ranking = []
        for ranking_item_data in self.ranking:
            ranking_item = ranking_item_data.to_dict()
            ranking.append(ranking_item)

        summary = self.summary

        warnings = []
        for warnings_item_data in self.warnings:
            warnings_item = warnings_item_data.to_dict()
            warnings.append(warnings_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "ranking": ranking,
                "summary": summary,
                "warnings": warnings,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.comparison_ranking_item import ComparisonRankingItem
        from ..models.comparison_warnings_item import ComparisonWarningsItem

        d = dict(src_dict)
        ranking = []
        _ranking = d.pop("ranking")
        for ranking_item_data in _ranking:
            ranking_item = ComparisonRankingItem.from_dict(ranking_item_data)

            ranking.append(ranking_item)

        summary = d.pop("summary")

        warnings = []
        _warnings = d.pop("warnings")
        for warnings_item_data in _warnings:
            warnings_item = ComparisonWarningsItem.from_dict(warnings_item_data)

            warnings.append(warnings_item)

        comparison = cls(
            ranking=ranking,
            summary=summary,
            warnings=warnings,
        )

        return comparison
