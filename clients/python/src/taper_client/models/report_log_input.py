from typing import Literal, cast

ReportLogInput = Literal[
    "console",
    "csv",
    "float64",
    "json",
    "mlflow",
    "ndjson",
    "numpy",
    "parquet",
    "sqlite",
    "tensorboard",
    "wandb",
]


def check_report_log_input(value: str) -> ReportLogInput:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ReportLogInput, value)
