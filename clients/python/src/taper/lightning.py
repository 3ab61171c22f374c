"""Taper in Lightning: ``Trainer(…, callbacks=[TaperCallback("my-run")])``."""

from typing import Any

try:
    from lightning.pytorch import Callback
except ImportError:
    from pytorch_lightning import Callback

from .training_run import Run, run


class TaperCallback(Callback):
    """Logs ‖g‖₁ and ‖g‖₂ of the raw gradient of every optimizer step, after unscaling and before clipping, with its loss and learning rate.

    :param run_or_id: a :class:`taper.Run`, or the id of one
    :param options: of :func:`taper.run`, if an id is given
    """

    def __init__(self, run_or_id: Run | str, **options: Any) -> None:
        super().__init__()
        self._given = run_or_id
        self._options = options
        self.run: Run | None = run_or_id if isinstance(run_or_id, Run) else None
        self._step = 0
        #: Losses of the batches since the last optimizer step.
        self._losses: list[Any] = []

    def on_train_start(self, trainer: Any, pl_module: Any) -> None:
        if self.run is None:
            optimizer = trainer.optimizers[0] if trainer.optimizers else None
            steps = trainer.estimated_stepping_batches
            known = {
                "total_steps": int(steps) if 0 < steps < float("inf") else None,
                "optimizer": type(optimizer).__name__ if optimizer is not None else None,
                "peak_learning_rate": optimizer.defaults.get("lr") if optimizer is not None else None,
                "weight_decay": optimizer.defaults.get("weight_decay") if optimizer is not None else None,
                "clip_norm": trainer.gradient_clip_val if trainer.gradient_clip_algorithm in (None, "norm") else None,
                "rank": trainer.global_rank,
            }
            self.run = run(str(self._given), **{**known, **self._options})
        self.run.resume_from(trainer.global_step)
        self._step, self._losses = trainer.global_step, []

    def on_before_optimizer_step(self, trainer: Any, pl_module: Any, optimizer: Any) -> None:
        if self.run is not None:
            rate = optimizer.param_groups[0]["lr"]
            self.run.log_gradient_norms(pl_module, trainer.global_step, learning_rate=rate)

    def on_train_batch_end(self, trainer: Any, pl_module: Any, outputs: Any, batch: Any, batch_idx: int) -> None:
        if self.run is None:
            return
        loss = outputs.get("loss") if isinstance(outputs, dict) else outputs
        if loss is not None:
            # Lightning has divided it by the batches of a step.
            self._losses.append(loss.detach() * trainer.accumulate_grad_batches)
        if trainer.global_step > self._step:
            if self._losses:
                self.run.log(trainer.global_step - 1, loss=sum(self._losses) / len(self._losses))
            self._step, self._losses = trainer.global_step, []

    def on_train_end(self, trainer: Any, pl_module: Any) -> None:
        if self.run is not None:
            self.run.flush(5.0)
