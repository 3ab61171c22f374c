from typing import Literal, cast

EngineName = Literal["reference", "tensorflow", "wasm"]


def check_engine_name(value: str) -> EngineName:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(EngineName, value)
