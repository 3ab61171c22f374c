from typing import Literal, cast

BoundTermsDistanceType1 = Literal["Infinity"]


def check_bound_terms_distance_type_1(value: str) -> BoundTermsDistanceType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(BoundTermsDistanceType1, value)
