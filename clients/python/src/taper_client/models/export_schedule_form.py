from typing import Literal, cast

ExportScheduleForm = Literal["dense", "segments"]


def check_export_schedule_form(value: str) -> ExportScheduleForm:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ExportScheduleForm, value)
