from typing import Literal, cast

FitsFitsItemBoundRatioType1 = Literal["Infinity", "NaN"]


def check_fits_fits_item_bound_ratio_type_1(value: str) -> FitsFitsItemBoundRatioType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(FitsFitsItemBoundRatioType1, value)
