from typing import Literal, cast

ExportTargetFormsItem = Literal["dense", "segments"]


def check_export_target_forms_item(value: str) -> ExportTargetFormsItem:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ExportTargetFormsItem, value)
