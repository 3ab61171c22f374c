from typing import Literal, cast

WhoamiScope = Literal["admin", "read", "write"]


def check_whoami_scope(value: str) -> WhoamiScope:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(WhoamiScope, value)
