from typing import Literal, cast

VersionAbsentEnginesItemName = Literal["reference", "tensorflow", "wasm"]


def check_version_absent_engines_item_name(value: str) -> VersionAbsentEnginesItemName:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(VersionAbsentEnginesItemName, value)
