from typing import Literal, cast

ApiKeyCreateScope = Literal["admin", "read", "write"]


def check_api_key_create_scope(value: str) -> ApiKeyCreateScope:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ApiKeyCreateScope, value)
