from typing import Literal, cast

OperationKind = Literal["createRefinedSchedule", "importLog", "refine"]


def check_operation_kind(value: str) -> OperationKind:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(OperationKind, value)
