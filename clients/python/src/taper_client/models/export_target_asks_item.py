from typing import Literal, cast

ExportTargetAsksItem = Literal["batchSize", "checkpoints", "maximumBatchSize"]


def check_export_target_asks_item(value: str) -> ExportTargetAsksItem:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ExportTargetAsksItem, value)
