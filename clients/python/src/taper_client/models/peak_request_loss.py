from typing import Literal, cast

PeakRequestLoss = Literal["eval-loss", "loss"]


def check_peak_request_loss(value: str) -> PeakRequestLoss:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(PeakRequestLoss, value)
