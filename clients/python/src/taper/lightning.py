"""Taper in Lightning: ``Trainer(…, callbacks=[TaperCallback("my-run")])``."""

from typing import Any

try:
    from lightning.pytorch import Callback
except ImportError:
    from pytorch_lightning import Callback

from .training_run import Run, run


class TaperCallback(Callback):
    """Logs ‖g‖₁ and ‖g‖₂ of the raw gradient of every optimizer step, after unscaling and before clipping.

    :param run_or_id: a :class:`taper.Run`, or the id of one
    :param options: of :func:`taper.run`, if an id is given
    """

    def __init__(self, run_or_id: Run | str, **options: Any) -> None:
        super().__init__()
        self._given = run_or_id
        self._options = options
        self.run: Run | None = run_or_id if isinstance(run_or_id, Run) else None

    def on_train_start(self, trainer: Any, pl_module: Any) -> None:
        if self.run is None:
            optimizer = trainer.optimizers[0] if trainer.optimizers else None
            steps = trainer.estimated_stepping_batches
            known = {
                "total_steps": int(steps) if 0 < steps < float("inf") else None,
                "optimizer": type(optimizer).__name__ if optimizer is not None else None,
                "peak_learning_rate": optimizer.defaults.get("lr") if optimizer is not None else None,
                "rank": trainer.global_rank,
            }
            self.run = run(str(self._given), **{**known, **self._options})
        self.run.resume_from(trainer.global_step)

    def on_before_optimizer_step(self, trainer: Any, pl_module: Any, optimizer: Any) -> None:
        if self.run is not None:
            self.run.log_gradient_norms(pl_module, trainer.global_step)

    def on_train_end(self, trainer: Any, pl_module: Any) -> None:
        if self.run is not None:
            self.run.flush(5.0)
