from typing import Literal, cast

BoundTermsStepsType1 = Literal["Infinity"]


def check_bound_terms_steps_type_1(value: str) -> BoundTermsStepsType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(BoundTermsStepsType1, value)
