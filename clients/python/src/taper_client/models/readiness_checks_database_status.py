from typing import Literal, cast

ReadinessChecksDatabaseStatus = Literal["failed", "ok"]


def check_readiness_checks_database_status(value: str) -> ReadinessChecksDatabaseStatus:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ReadinessChecksDatabaseStatus, value)
