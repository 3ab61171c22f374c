from typing import Literal, cast

LivenessStatus = Literal["ok"]


def check_liveness_status(value: str) -> LivenessStatus:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(LivenessStatus, value)
