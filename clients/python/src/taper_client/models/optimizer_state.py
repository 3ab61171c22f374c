from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.optimizer_state_scalars import OptimizerStateScalars
    from ..models.optimizer_state_tensors import OptimizerStateTensors


T = TypeVar("T", bound="OptimizerState")


@_attrs_define
class OptimizerState:
    """The state between two steps. Send it back unchanged."""

    scalars: OptimizerStateScalars
    """ Scalars by name: one number, or one number per parameter. """
    tensors: OptimizerStateTensors
    """ Tensors by slot. The slots of a base optimizer are named `base.<slot>`. """

    def to_dict(self) -> dict[str, Any]:
        scalars = self.scalars.to_dict()

        tensors = self.tensors.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "scalars": scalars,
                "tensors": tensors,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.optimizer_state_scalars import OptimizerStateScalars
        from ..models.optimizer_state_tensors import OptimizerStateTensors

        d = dict(src_dict)
        scalars = OptimizerStateScalars.from_dict(d.pop("scalars"))

        tensors = OptimizerStateTensors.from_dict(d.pop("tensors"))

        optimizer_state = cls(
            scalars=scalars,
            tensors=tensors,
        )

        return optimizer_state
