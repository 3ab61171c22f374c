from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.optimizer_page_needs_item import (
    OptimizerPageNeedsItem,
    check_optimizer_page_needs_item,
)

if TYPE_CHECKING:
    from ..models.optimizer_page_hyperparameters import OptimizerPageHyperparameters
    from ..models.optimizer_page_update_type_0 import OptimizerPageUpdateType0
    from ..models.optimizer_slot import OptimizerSlot
    from ..models.optimizer_source import OptimizerSource


T = TypeVar("T", bound="OptimizerPage")


@_attrs_define
class OptimizerPage:
    """An optimizer, with its update."""

    default_learning_rate: float | None
    """ The default learning rate, as in the official code. Null: that of the base optimizer. """
    diagnostics: list[str]
    """ What each step reports. """
    experimental: bool
    """ Whether it is a reconstruction, not taken from official code or the text of the paper. """
    hyperparameters: OptimizerPageHyperparameters
    """ A JSON Schema. """
    name: str
    needs: list[OptimizerPageNeedsItem]
    """ What each step needs in addition to gradients. """
    paper: None | str
    """ The arXiv id of the paper. """
    source: OptimizerSource
    """ The source of an optimizer. """
    state: list[OptimizerSlot]
    title: str
    update: None | OptimizerPageUpdateType0
    """ The update in the symbols of the paper. Null where the service was built without comments. """

    def to_dict(self) -> dict[str, Any]:
        from ..models.optimizer_page_update_type_0 import OptimizerPageUpdateType0

        default_learning_rate: float | None
        default_learning_rate = self.default_learning_rate

        diagnostics = self.diagnostics

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

        update: dict[str, Any] | None
        if isinstance(self.update, OptimizerPageUpdateType0):
            update = self.update.to_dict()
        else:
            update = self.update

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "defaultLearningRate": default_learning_rate,
                "diagnostics": diagnostics,
                "experimental": experimental,
                "hyperparameters": hyperparameters,
                "name": name,
                "needs": needs,
                "paper": paper,
                "source": source,
                "state": state,
                "title": title,
                "update": update,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.optimizer_page_hyperparameters import OptimizerPageHyperparameters
        from ..models.optimizer_page_update_type_0 import OptimizerPageUpdateType0
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

        diagnostics = cast(list[str], d.pop("diagnostics"))

        experimental = d.pop("experimental")

        hyperparameters = OptimizerPageHyperparameters.from_dict(
            d.pop("hyperparameters")
        )

        name = d.pop("name")

        needs = []
        _needs = d.pop("needs")
        for needs_item_data in _needs:
            needs_item = check_optimizer_page_needs_item(needs_item_data)

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

        def _parse_update(data: object) -> None | OptimizerPageUpdateType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                update_type_0 = OptimizerPageUpdateType0.from_dict(data)

                return update_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OptimizerPageUpdateType0, data)

        update = _parse_update(d.pop("update"))

        optimizer_page = cls(
            default_learning_rate=default_learning_rate,
            diagnostics=diagnostics,
            experimental=experimental,
            hyperparameters=hyperparameters,
            name=name,
            needs=needs,
            paper=paper,
            source=source,
            state=state,
            title=title,
            update=update,
        )

        return optimizer_page
