from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.optimizer_needs_item import OptimizerNeedsItem, check_optimizer_needs_item

if TYPE_CHECKING:
    from ..models.optimizer_hyperparameters import OptimizerHyperparameters
    from ..models.optimizer_slot import OptimizerSlot
    from ..models.optimizer_source import OptimizerSource


T = TypeVar("T", bound="Optimizer")


@_attrs_define
class Optimizer:
    """An optimizer of the catalogue."""

    default_learning_rate: float | None
    """ The default learning rate, as in the official code. Null: that of the base optimizer. """
    experimental: bool
    """ Whether it is a reconstruction, not taken from official code or the text of the paper. """
    hyperparameters: OptimizerHyperparameters
    """ A JSON Schema. """
    name: str
    needs: list[OptimizerNeedsItem]
    """ What each step needs in addition to gradients. """
    paper: None | str
    """ The arXiv id of the paper. """
    source: OptimizerSource
    """ The source of an optimizer. """
    state: list[OptimizerSlot]
    title: str

    def to_dict(self) -> dict[str, Any]:
        default_learning_rate: float | None
        default_learning_rate = self.default_learning_rate

        experimental = self.experimental

        hyperparameters = self.hyperparameters.to_dict()

        name = self.name

        needs = []
        for needs_item_data in self.needs:
            needs_item: str = needs_item_data
            needs.append(needs_item)

        paper: None | str
        paper = self.paper

        source = self.source.to_dict()

        state = []
        for state_item_data in self.state:
            state_item = state_item_data.to_dict()
            state.append(state_item)

        title = self.title

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "defaultLearningRate": default_learning_rate,
                "experimental": experimental,
                "hyperparameters": hyperparameters,
                "name": name,
                "needs": needs,
                "paper": paper,
                "source": source,
                "state": state,
                "title": title,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.optimizer_hyperparameters import OptimizerHyperparameters
        from ..models.optimizer_slot import OptimizerSlot
        from ..models.optimizer_source import OptimizerSource

        d = dict(src_dict)

        def _parse_default_learning_rate(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        default_learning_rate = _parse_default_learning_rate(
            d.pop("defaultLearningRate")
        )

        experimental = d.pop("experimental")

        hyperparameters = OptimizerHyperparameters.from_dict(d.pop("hyperparameters"))

        name = d.pop("name")

        needs = []
        _needs = d.pop("needs")
        for needs_item_data in _needs:
            needs_item = check_optimizer_needs_item(needs_item_data)

            needs.append(needs_item)

        def _parse_paper(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        paper = _parse_paper(d.pop("paper"))

        source = OptimizerSource.from_dict(d.pop("source"))

        state = []
        _state = d.pop("state")
        for state_item_data in _state:
            state_item = OptimizerSlot.from_dict(state_item_data)

            state.append(state_item)

        title = d.pop("title")

        optimizer = cls(
            default_learning_rate=default_learning_rate,
            experimental=experimental,
            hyperparameters=hyperparameters,
            name=name,
            needs=needs,
            paper=paper,
            source=source,
            state=state,
            title=title,
        )

        return optimizer
