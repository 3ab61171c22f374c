from typing import Literal, cast

OptimizerEngineName = Literal["reference", "tensorflow", "wasm"]


def check_optimizer_engine_name(value: str) -> OptimizerEngineName:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(OptimizerEngineName, value)
