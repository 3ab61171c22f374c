from typing import Literal, cast

ReadinessChecksServiceStatus = Literal["failed", "ok"]


def check_readiness_checks_service_status(value: str) -> ReadinessChecksServiceStatus:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ReadinessChecksServiceStatus, value)
