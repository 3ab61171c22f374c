from typing import Literal, cast

LearningRateFindingCode = Literal[
    "held", "not-this", "other-length", "restarted", "scaled", "shifted", "strided"
]


def check_learning_rate_finding_code(value: str) -> LearningRateFindingCode:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(LearningRateFindingCode, value)
