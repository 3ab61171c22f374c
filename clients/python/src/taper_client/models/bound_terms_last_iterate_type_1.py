from typing import Literal, cast

BoundTermsLastIterateType1 = Literal["Infinity"]


def check_bound_terms_last_iterate_type_1(value: str) -> BoundTermsLastIterateType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(BoundTermsLastIterateType1, value)
