from typing import Literal, cast

NewApiKeyScope = Literal["admin", "read", "write"]


def check_new_api_key_scope(value: str) -> NewApiKeyScope:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(NewApiKeyScope, value)
