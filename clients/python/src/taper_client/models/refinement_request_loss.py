from typing import Literal, cast

RefinementRequestLoss = Literal["auto", "none"]


def check_refinement_request_loss(value: str) -> RefinementRequestLoss:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RefinementRequestLoss, value)
