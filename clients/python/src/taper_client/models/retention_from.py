from typing import Literal, cast

RetentionFrom = Literal["project", "service"]


def check_retention_from(value: str) -> RetentionFrom:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RetentionFrom, value)
