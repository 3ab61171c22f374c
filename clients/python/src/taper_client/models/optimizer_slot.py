from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.optimizer_slot_kind import OptimizerSlotKind, check_optimizer_slot_kind

T = TypeVar("T", bound="OptimizerSlot")


@_attrs_define
class OptimizerSlot:
    """A slot of the state, with default hyperparameters."""

    kind: OptimizerSlotKind
    shape: str
    """ The shape in words: that of the parameter, every p-th entry of it, or one number per sample. """
    slot: str

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        shape = self.shape

        slot = self.slot

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "shape": shape,
                "slot": slot,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        kind = check_optimizer_slot_kind(d.pop("kind"))

        shape = d.pop("shape")

        slot = d.pop("slot")

        optimizer_slot = cls(
            kind=kind,
            shape=shape,
            slot=slot,
        )

        return optimizer_slot
