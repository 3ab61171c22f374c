"""Taper in Hugging Face Transformers and what builds on it (TRL, Axolotl …): ``Trainer(…, callbacks=[TaperCallback("my-run")])``."""

import sys
from collections.abc import Callable
from typing import Any

from torch.optim.lr_scheduler import LambdaLR
from transformers import Trainer, TrainerCallback

from . import notices
from .callback_run import CallbackRun
from .schedules import Schedule, lr_lambda
from .torch import WeightNorms, distance_of, needs_all_processes
from .training_run import Run


class TaperCallback(TrainerCallback):
    """Logs ‖g‖₁ and ‖g‖₂ of the raw gradient and the learning rate of every optimizer step, and the losses that the trainer reports.

    ``Trainer`` calls no callback between backward and clipping, and reports ‖g‖₂ on logging steps only. So the callback looks on while the
    trainer's own ``accelerator`` unscales gradients, which it does before it clips. That object belongs to one trainer, so nothing of another
    training is seen, also not after this one ended by an exception. Where nothing is clipped it measures before the optimizer's step.

    :param run_or_id: a :class:`taper.Run`, or the id of one; a new run takes its fields from the trainer's arguments
    :param schedule: the schedule to train by, in place of the trainer's own. Each parameter group's peak is the learning rate that it has
    :param weights: log ‖w‖₂ and ‖Δw‖₂ too, which takes a copy of the weights in each step
    :param options: of :func:`taper.run`, if an id is given
    :raises TypeError: there is no such option
    """

    def __init__(self, run_or_id: Run | str, schedule: Schedule | None = None, *, weights: bool = False, **options: Any) -> None:
        self._of = CallbackRun(run_or_id, schedule, options)
        self._state: Any = None
        self._trainer: Trainer | None = None
        self._measured = -1
        self._with_weights = weights
        self._weights: WeightNorms | None = None

    @property
    def run(self) -> Run | None:
        """The run that is logged; None before training begins."""
        return self._of.run

    def on_train_begin(self, args: Any, state: Any, control: Any, **kwargs: Any) -> None:
        optimizer = kwargs.get("optimizer")
        run = self._of.begin(
            {
                "total_steps": state.max_steps if state.max_steps > 0 else None,
                "optimizer": type(getattr(optimizer, "optimizer", optimizer)).__name__ if optimizer is not None else str(args.optim),
                "peak_learning_rate": args.learning_rate,
                "weight_decay": args.weight_decay,
                "clip_norm": args.max_grad_norm or None,
                "rank": 0 if state.is_world_process_zero else 1,
            }
        )
        if run is not None:
            run.resume_from(state.global_step)
        self._state, self._measured = state, -1
        self._trainer = _trainer_of(self)
        if self._trainer is not None:
            _look_on(self, self._trainer)
        elif args.max_grad_norm:
            notices.once(
                "no-trainer",
                "Taper does not find the Trainer that calls it, so norms are measured after clipping. Set max_grad_norm=0, or log norms yourself.",
            )
        inner = getattr(optimizer, "optimizer", optimizer)
        if self._with_weights and run is not None and inner is not None:
            self._end_weights()
            self._weights = WeightNorms(inner, run, lambda: state.global_step)
        if self._of.schedule is not None:
            self._follow(self._of.schedule, args, state, kwargs.get("lr_scheduler"))

    def on_pre_optimizer_step(self, args: Any, state: Any, control: Any, model: Any = None, **kwargs: Any) -> None:
        self.measure(model)
        optimizer = kwargs.get("optimizer")
        if self.run is not None and optimizer is not None:
            self.run.log(state.global_step, learning_rate=optimizer.param_groups[0]["lr"], distance=distance_of(optimizer))

    def on_log(self, args: Any, state: Any, control: Any, logs: "dict[str, Any] | None" = None, **kwargs: Any) -> None:
        # ``global_step`` counts finished steps, and ``loss`` is the mean since the last report.
        if self.run is not None and logs is not None and state.global_step > 0 and ("loss" in logs or "eval_loss" in logs):
            self.run.log(state.global_step - 1, loss=logs.get("loss"), eval_loss=logs.get("eval_loss"))

    def on_train_end(self, args: Any, state: Any, control: Any, **kwargs: Any) -> None:
        if self._trainer is not None:
            _look_away(self._trainer)
        self._end_weights()
        self._state = self._trainer = None
        if self.run is not None:
            self.run.flush(5.0)

    def _end_weights(self) -> None:
        if self._weights is not None:
            self._weights.close()
        self._weights = None

    def is_in(self, trainer: Trainer) -> bool:
        """Whether a trainer calls this callback, in the training that it began last."""
        return self._trainer is trainer and self in trainer.callback_handler.callbacks and trainer.state is self._state

    def measure(self, model: Any) -> None:
        """Measures the gradients of a step, once."""
        state = self._state
        if self.run is None or state is None or self._measured == state.global_step:
            return
        wrapped = None if self._trainer is None else self._trainer.model_wrapped
        self.run.log_gradient_norms(wrapped if wrapped is not None and needs_all_processes(wrapped) else model, state.global_step)
        self._measured = state.global_step

    def _follow(self, schedule: Schedule, args: Any, state: Any, scheduler: Any) -> None:
        """Puts the schedule into the trainer's own scheduler, so that what the trainer logs, saves and restores is the rate that is used."""
        scheduler = getattr(scheduler, "scheduler", scheduler)
        if not isinstance(scheduler, LambdaLR):
            notices.once(
                "no-lambda-lr",
                f"The schedule is not followed: the trainer's scheduler is {type(scheduler).__name__}, with rates of its own. Choose another "
                "lr_scheduler_type, linear for example.",
            )
            return
        peaks = [group.get("initial_lr", group["lr"]) for group in scheduler.optimizer.param_groups]
        scheduler.lr_lambdas = [lr_lambda(schedule)] * len(peaks)
        for group, peak, multiplier in zip(scheduler.optimizer.param_groups, peaks, scheduler.lr_lambdas):
            group["lr"] = peak * multiplier(state.global_step)
        scheduler._last_lr = [group["lr"] for group in scheduler.optimizer.param_groups]
        if 0 < state.max_steps != len(schedule):
            notices.once("length", f"The schedule has {len(schedule)} steps, and the training {state.max_steps}: refine with steps={state.max_steps}.")


def _trainer_of(callback: TaperCallback) -> "Trainer | None":
    """The trainer that calls a callback. It tells callbacks nothing of itself, so it is looked for among those that called."""
    frame = sys._getframe(1)
    while frame is not None:
        found = frame.f_locals.get("self")
        if isinstance(found, Trainer) and callback in found.callback_handler.callbacks:
            return found
        frame = frame.f_back  # type: ignore[assignment]
    return None


def _look_on(callback: TaperCallback, trainer: Trainer) -> None:
    accelerator: Any = trainer.accelerator
    unscale = getattr(accelerator.unscale_gradients, "before", accelerator.unscale_gradients)
    accelerator.unscale_gradients = _LookingOn(callback, trainer, unscale)


def _look_away(trainer: Trainer) -> None:
    vars(trainer.accelerator).pop("unscale_gradients", None)


class _LookingOn:
    """``unscale_gradients`` of a trainer's accelerator, and then a look at the gradients."""

    def __init__(self, callback: TaperCallback, trainer: Trainer, before: "Callable[..., Any]") -> None:
        self._callback, self._trainer, self.before = callback, trainer, before

    def __call__(self, *args: Any, **kwargs: Any) -> None:
        self.before(*args, **kwargs)
        if self._callback.is_in(self._trainer):
            self._callback.measure(self._trainer.optimizer)
