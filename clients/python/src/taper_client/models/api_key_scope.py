from typing import Literal, cast

ApiKeyScope = Literal["admin", "read", "write"]


def check_api_key_scope(value: str) -> ApiKeyScope:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ApiKeyScope, value)
