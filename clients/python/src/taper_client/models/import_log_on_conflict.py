from typing import Literal, cast

ImportLogOnConflict = Literal["reject", "replace"]


def check_import_log_on_conflict(value: str) -> ImportLogOnConflict:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ImportLogOnConflict, value)
