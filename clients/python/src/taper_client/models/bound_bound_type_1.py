from typing import Literal, cast

BoundBoundType1 = Literal["Infinity"]


def check_bound_bound_type_1(value: str) -> BoundBoundType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(BoundBoundType1, value)
