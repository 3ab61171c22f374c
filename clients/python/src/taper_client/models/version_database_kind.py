from typing import Literal, cast

VersionDatabaseKind = Literal["embedded", "external"]


def check_version_database_kind(value: str) -> VersionDatabaseKind:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(VersionDatabaseKind, value)
