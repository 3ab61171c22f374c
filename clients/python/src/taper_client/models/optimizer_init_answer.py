from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.optimizer_state import OptimizerState


T = TypeVar("T", bound="OptimizerInitAnswer")


@_attrs_define
class OptimizerInitAnswer:
    """The state before the first step."""

    state: OptimizerState
    """ The state between two steps. Send it back unchanged. """

    def to_dict(self) -> dict[str, Any]:
        state = self.state.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.optimizer_state import OptimizerState

        d = dict(src_dict)
        state = OptimizerState.from_dict(d.pop("state"))

        optimizer_init_answer = cls(
            state=state,
        )

        return optimizer_init_answer
