from typing import Literal, cast

OptimizerSlotKind = Literal["scalar", "scalars", "tensors", "vector"]


def check_optimizer_slot_kind(value: str) -> OptimizerSlotKind:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(OptimizerSlotKind, value)
