from typing import Literal, cast

RefinementRequestMethod = Literal["closed-form", "numeric"]


def check_refinement_request_method(value: str) -> RefinementRequestMethod:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RefinementRequestMethod, value)
