from typing import Literal, cast

ReadinessChecksEngineStatus = Literal["failed", "ok"]


def check_readiness_checks_engine_status(value: str) -> ReadinessChecksEngineStatus:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ReadinessChecksEngineStatus, value)
