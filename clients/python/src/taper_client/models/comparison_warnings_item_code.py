from typing import Literal, cast

ComparisonWarningsItemCode = Literal["different-lengths", "l1-norms", "zeros-within"]


def check_comparison_warnings_item_code(value: str) -> ComparisonWarningsItemCode:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ComparisonWarningsItemCode, value)
