"""Taper as a logger of Lightning: ``Trainer(logger=TaperLogger("my-run"))`` keeps what a module logs by ``self.log``, of the series that Taper has."""

from typing import Any

try:
    from lightning.pytorch.loggers import Logger
    from lightning.pytorch.utilities import rank_zero_only
except ImportError:
    from pytorch_lightning.loggers import Logger  # type: ignore[no-redef]
    from pytorch_lightning.utilities import rank_zero_only  # type: ignore[no-redef]

from .training_run import Run
from .training_run import run as begin

#: Names that modules and Lightning's own monitors give, by the series that they are.
_SERIES = {
    "loss": "loss",
    "train_loss": "loss",
    "train_loss_step": "loss",
    "training_loss": "loss",
    "val_loss": "eval_loss",
    "eval_loss": "eval_loss",
    "valid_loss": "eval_loss",
    "validation_loss": "eval_loss",
    "lr": "learning_rate",
    "learning_rate": "learning_rate",
}


class TaperLogger(Logger):  # type: ignore[misc]
    """Logs losses and rates that a module gives to ``self.log``. Norms are logged by :class:`TaperCallback`, to which the same run may be given.

    >>> logger = TaperLogger("my-run", total_steps=10_000)
    >>> Trainer(logger=logger, callbacks=[TaperCallback(logger.run)])

    A metric is known by the end of its name: ``train/loss``, ``val_loss``, and ``lr-AdamW`` of ``LearningRateMonitor``. Others are left out.

    :param run_or_id: a :class:`taper.Run`, or the id of one
    :param options: of :func:`taper.run`, if an id is given
    """

    def __init__(self, run_or_id: "Run | str", **options: Any) -> None:
        super().__init__()
        self.run = run_or_id if isinstance(run_or_id, Run) else begin(run_or_id, **options)

    @property
    def name(self) -> str:
        return "taper"

    @property
    def version(self) -> str:
        return self.run.id

    def log_hyperparams(self, params: Any, *args: Any, **kwargs: Any) -> None:
        """Hyperparameters are not kept: name those of the run as options."""

    @rank_zero_only
    def log_metrics(self, metrics: "dict[str, float]", step: "int | None" = None) -> None:
        found: dict[str, Any] = {}
        for name, value in metrics.items():
            series = _series_of(name)
            # What a callback logs of each step is exact; this is of some steps, or a mean.
            if series is not None and not (self.run.is_watched and series != "eval_loss"):
                found.setdefault(series, value)
        if found and step is not None:
            # ``step`` counts finished steps where a training step logs, and begins at 0.
            self.run.log(int(step), **found)

    @rank_zero_only
    def save(self) -> None:
        self.run.flush(5.0)

    @rank_zero_only
    def finalize(self, status: str) -> None:
        self.run.flush(5.0)


def _series_of(name: str) -> "str | None":
    last = name.replace("\\", "/")
    if last.startswith("lr-"):
        return "learning_rate" if last.count("/") == 0 or last.endswith("/pg1") else None
    folder, _, own = last.rpartition("/")
    if own == "loss" and folder.rpartition("/")[2] in ("val", "eval", "valid", "validation", "test"):
        return None if folder.endswith("test") else "eval_loss"
    return _SERIES.get(own)
