from typing import Literal, cast

ImportLogInput = Literal[
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


def check_import_log_input(value: str) -> ImportLogInput:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(ImportLogInput, value)
