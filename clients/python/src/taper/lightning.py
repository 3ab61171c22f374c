"""Taper in Lightning: ``Trainer(…, callbacks=[TaperCallback("my-run")])``."""

from typing import Any

try:
    from lightning.pytorch import Callback
except ImportError:
    from pytorch_lightning import Callback

from . import notices
from .callback_run import CallbackRun
from .lightning_logger import TaperLogger as TaperLogger
from .schedules import Schedule
from .torch.sharded import fsdp1_roots
from .torch.weights import WeightNorms, distance_of
from .training_run import Run


class TaperCallback(Callback):
    """Logs ‖g‖₁ and ‖g‖₂ of the raw gradient of every optimizer step, after unscaling and before clipping, with its loss and learning rate.

    The gradient is that of the parameters that the optimizer steps. Several optimizers, as a GAN has, are several runs: that of the first has
    the id, those of the others end with ``-optimizer-2``, ``-optimizer-3`` …; :attr:`runs` has them all. Each counts its own steps.

    :param run_or_id: a :class:`taper.Run`, or the id of one
    :param schedule: the schedule to train by, with one optimizer. Each parameter group's peak is the learning rate that it begins with
    :param options: of :func:`taper.run`, if an id is given
    :raises TypeError: there is no such option
    """

    def __init__(self, run_or_id: Run | str, schedule: Schedule | None = None, *, weights: bool = False, **options: Any) -> None:
        super().__init__()
        self._of = CallbackRun(run_or_id, schedule, options)
        self._given, self._options = run_or_id, options
        #: Of each optimizer, in the order of ``trainer.optimizers``.
        self.runs: list[Run | None] = []
        #: Optimizer steps made, of each optimizer.
        self._steps: list[int] = []
        self._step = 0
        self._with_weights = weights
        self._weights: list[WeightNorms] = []
        #: Losses of the batches since the last optimizer step.
        self._losses: list[Any] = []

    @property
    def run(self) -> Run | None:
        """The run of the first optimizer; None before training begins."""
        return self._of.run

    def on_train_start(self, trainer: Any, pl_module: Any) -> None:
        optimizers = list(trainer.optimizers)
        self.runs = []
        if len(self._steps) != len(optimizers):
            # With one optimizer the trainer's own count is right, whatever the checkpoint is of.
            self._steps = [trainer.global_step // max(1, len(optimizers))] * len(optimizers)
        if len(optimizers) == 1:
            self._steps = [trainer.global_step]
        for index, optimizer in enumerate(optimizers):
            of = self._of if index == 0 else self._others(index)
            run = None if of is None else of.begin(self._known(trainer, optimizer), "" if index == 0 else f"-optimizer-{index + 1}")
            self.runs.append(run)
            if run is not None:
                run.resume_from(self._steps[index])
                if self._with_weights:
                    # Its own count goes up before the step is taken.
                    self._weights.append(WeightNorms(optimizer, run, lambda index=index: self._steps[index] - 1))  # type: ignore[misc]
        self._step, self._losses = trainer.global_step, []
        schedule = self._of.schedule
        if schedule is not None:
            self._check(schedule, trainer)
            self._set_rates(trainer)

    def on_train_batch_start(self, trainer: Any, pl_module: Any, batch: Any, batch_idx: int) -> None:
        self._set_rates(trainer)

    def on_before_optimizer_step(self, trainer: Any, pl_module: Any, optimizer: Any) -> None:
        index = _index_of(optimizer, trainer)
        if index is None or index >= len(self.runs):
            return
        self._set_rates(trainer)
        step = self._steps[index]
        self._steps[index] += 1
        run = self.runs[index]
        if run is not None:
            sharded = fsdp1_roots(trainer.strategy.model)
            run.log_gradient_norms(sharded[0] if len(sharded) == 1 else optimizer, step, learning_rate=optimizer.param_groups[0]["lr"])
            run.log(step, distance=distance_of(optimizer))

    def on_train_batch_end(self, trainer: Any, pl_module: Any, outputs: Any, batch: Any, batch_idx: int) -> None:
        if self.run is None or len(self.runs) != 1:
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
        while self._weights:
            self._weights.pop().close()
        for run in self.runs:
            if run is not None:
                run.flush(5.0)

    def on_exception(self, trainer: Any, pl_module: Any, exception: BaseException) -> None:
        self.on_train_end(trainer, pl_module)

    def state_dict(self) -> dict[str, Any]:
        return {"steps": list(self._steps)}

    def load_state_dict(self, state_dict: dict[str, Any]) -> None:
        self._steps = [int(step) for step in state_dict.get("steps", [])]

    def _others(self, index: int) -> CallbackRun | None:
        if isinstance(self._given, Run):
            notices.once(
                "optimizers", "The trainer has several optimizers, and Taper was given the run of one: pass an id to log a run of each."
            )
            return None
        return CallbackRun(self._given, None, self._options)

    def _known(self, trainer: Any, optimizer: Any) -> dict[str, Any]:
        steps = trainer.estimated_stepping_batches
        # With several optimizers ``max_steps`` counts the steps of all, and how they share it is the module's secret.
        is_told = 0 < steps < float("inf") and (len(trainer.optimizers) == 1 or trainer.max_steps < 0)
        return {
            "total_steps": int(steps) if is_told else None,
            "optimizer": type(optimizer).__name__,
            "peak_learning_rate": optimizer.defaults.get("lr"),
            "weight_decay": optimizer.defaults.get("weight_decay"),
            "clip_norm": trainer.gradient_clip_val if trainer.gradient_clip_algorithm in (None, "norm") else None,
            "rank": trainer.global_rank,
        }

    def _check(self, schedule: Schedule, trainer: Any) -> None:
        steps = trainer.estimated_stepping_batches
        if len(trainer.optimizers) > 1:
            notices.once("optimizers-schedule", "The schedule is not followed: the trainer has several optimizers. Give each its own scheduler.")
        elif trainer.lr_scheduler_configs:
            notices.once(
                "two-schedules", "The module has a learning-rate scheduler too. Taper's schedule is followed; return none from configure_optimizers."
            )
        if 0 < steps < float("inf") and int(steps) != len(schedule):
            notices.once(
                "length", f"The schedule has {len(schedule)} steps, and the training {int(steps)}: refine with steps={int(steps)}."
            )

    def _set_rates(self, trainer: Any) -> None:
        schedule = self._of.schedule
        if schedule is None or len(trainer.optimizers) != 1:
            return
        for group in trainer.optimizers[0].param_groups:
            # Saved with the optimizer, so that it is the same after a resumption.
            peak = group.setdefault("initial_lr", group["lr"])
            group["lr"] = peak * schedule(trainer.global_step)


def _index_of(optimizer: Any, trainer: Any) -> int | None:
    given = getattr(optimizer, "optimizer", optimizer)
    for index, known in enumerate(trainer.optimizers):
        if known is given or known is optimizer:
            return index
    return None
