"""Taper in Hugging Face Transformers and what builds on it (TRL, Axolotl …): ``Trainer(…, callbacks=[TaperCallback("my-run")])``."""

from collections.abc import Callable
from typing import Any

import torch
from transformers import TrainerCallback

from .torch import parameters_of
from .training_run import Run, run


class TaperCallback(TrainerCallback):
    """Logs ‖g‖₁ and ‖g‖₂ of the raw gradient and the learning rate of every optimizer step, and the losses that the trainer reports.

    ``Trainer`` calls no callback between backward and clipping, and reports ‖g‖₂ on logging steps only. So during training this callback
    wraps ``torch.nn.utils.clip_grad_norm_``, which the trainer clips with. Without clipping it measures before the optimizer's step.

    :param run_or_id: a :class:`taper.Run`, or the id of one; a new run takes its fields from the trainer's arguments
    :param options: of :func:`taper.run`, if an id is given
    """

    def __init__(self, run_or_id: Run | str, **options: Any) -> None:
        self._given = run_or_id
        self._options = options
        self.run: Run | None = run_or_id if isinstance(run_or_id, Run) else None
        self._clip: Callable[..., Any] | None = None
        self._state: Any = None
        self._measured = -1

    def on_train_begin(self, args: Any, state: Any, control: Any, **kwargs: Any) -> None:
        if self.run is None:
            optimizer = kwargs.get("optimizer")
            known = {
                "total_steps": state.max_steps if state.max_steps > 0 else None,
                "optimizer": type(getattr(optimizer, "optimizer", optimizer)).__name__ if optimizer is not None else str(args.optim),
                "peak_learning_rate": args.learning_rate,
                "weight_decay": args.weight_decay,
                "clip_norm": args.max_grad_norm or None,
                "rank": 0 if state.is_world_process_zero else 1,
            }
            self.run = run(str(self._given), **{**known, **self._options})
        self.run.resume_from(state.global_step)
        self._state, self._measured = state, -1
        if self._clip is None:
            self._clip = torch.nn.utils.clip_grad_norm_
            torch.nn.utils.clip_grad_norm_ = self._look_on

    def on_pre_optimizer_step(self, args: Any, state: Any, control: Any, model: Any = None, **kwargs: Any) -> None:
        if self._measured != state.global_step:
            self._measure(model)
        optimizer = kwargs.get("optimizer")
        if self.run is not None and optimizer is not None:
            self.run.log(state.global_step, learning_rate=optimizer.param_groups[0]["lr"])

    def on_log(self, args: Any, state: Any, control: Any, logs: "dict[str, Any] | None" = None, **kwargs: Any) -> None:
        # ``global_step`` counts finished steps, and ``loss`` is the mean since the last report.
        if self.run is not None and logs is not None and state.global_step > 0 and ("loss" in logs or "eval_loss" in logs):
            self.run.log(state.global_step - 1, loss=logs.get("loss"), eval_loss=logs.get("eval_loss"))

    def on_train_end(self, args: Any, state: Any, control: Any, **kwargs: Any) -> None:
        if self._clip is not None:
            torch.nn.utils.clip_grad_norm_, self._clip = self._clip, None
        if self.run is not None:
            self.run.flush(5.0)

    def _look_on(self, parameters: Any, *args: Any, **kwargs: Any) -> Any:
        parameters = parameters_of(parameters) or list(parameters)
        self._measure(parameters)
        return (self._clip or torch.nn.utils.clip_grad_norm_)(parameters, *args, **kwargs)

    def _measure(self, model: Any) -> None:
        if self.run is not None:
            self.run.log_gradient_norms(model, self._state.global_step)
            self._measured = self._state.global_step
