"""Logs each step of an optimizer by itself: one line before the loop, none in it."""

from typing import Any

import torch

from ..callback_run import CallbackRun
from ..schedules import Schedule
from ..training_run import Run
from .norms import needs_all_processes
from .weights import WeightNorms, distance_of


class Watch:
    """An optimizer that is watched: see :func:`watch`."""

    def __init__(self, model: "torch.nn.Module", optimizer: "torch.optim.Optimizer", run: "Run | None", first_step: int, weights: bool) -> None:
        self.run = run
        #: The step that comes next.
        self.step = first_step
        self._model, self._optimizer = model, optimizer
        self._measured = -1
        self._weights = WeightNorms(optimizer, run, lambda: self.step) if weights and run is not None else None
        self._hooks = [
            optimizer.register_step_pre_hook(self._before_step),
            optimizer.register_step_post_hook(self._after_step),
        ]

    def log(self, **values: Any) -> None:
        """Logs what is known of the coming step: ``loss=loss``. A scalar on a device is not waited for."""
        if self.run is not None:
            self.run.log(self.step, **values)

    def clip_grad_norm_(self, max_norm: float, norm_type: float = 2.0) -> Any:
        """Measures, then clips what the optimizer steps. In place of ``torch.nn.utils.clip_grad_norm_``, after which the raw norm is gone.

        :return: the norm before clipping, as PyTorch returns it
        """
        self._measure()
        if type(self._model).__name__ == "FullyShardedDataParallel":
            return self._model.clip_grad_norm_(max_norm, norm_type)  # type: ignore[operator]
        parameters = [parameter for group in self._optimizer.param_groups for parameter in group["params"]]
        return torch.nn.utils.clip_grad_norm_(parameters, max_norm, norm_type)

    def close(self) -> None:
        """Watches no longer. The run stays open."""
        for hook in self._hooks:
            hook.remove()
        self._hooks = []
        if self._weights is not None:
            self._weights.close()

    def _before_step(self, *_: Any) -> None:
        self._measure()
        if self.run is not None:
            self.run.log(self.step, learning_rate=self._optimizer.param_groups[0]["lr"], distance=distance_of(self._optimizer))

    def _after_step(self, *_: Any) -> None:
        self.step += 1

    def _measure(self) -> None:
        if self.run is not None and self._measured != self.step:
            self._measured = self.step
            self.run.log_gradient_norms(self._model if needs_all_processes(self._model) else self._optimizer, self.step)


def watch(
    model: "torch.nn.Module",
    optimizer: "torch.optim.Optimizer",
    run_or_id: "Run | str",
    *,
    schedule: "Schedule | None" = None,
    first_step: int = 0,
    weights: bool = False,
    **options: Any,
) -> Watch:
    """Logs ‖g‖₁, ‖g‖₂ and the learning rate of each step of an optimizer, with no line in the loop; of Prodigy and D-Adaptation also d.

    >>> watching = taper.watch(model, optimizer, "my-run", total_steps=10_000)
    >>> for batch in batches:
    ...     loss = model(batch); loss.backward()
    ...     watching.log(loss=loss)                # refinements read it beside the norms
    ...     watching.clip_grad_norm_(1.0)          # in place of torch's, which leaves no raw norm to measure
    ...     optimizer.step(); optimizer.zero_grad()

    It measures before the optimizer's step, so gradients must not be clipped by another way before. Under a ``GradScaler`` call
    ``scaler.unscale_(optimizer)`` and then ``watching.clip_grad_norm_``; a step that the scaler skips counts for nothing.

    :param run_or_id: a :class:`taper.Run`, or the id of one; a new run takes its fields from the optimizer
    :param schedule: the schedule that the run trains by, told to the service. A scheduler sets the rates: :class:`TaperScheduler`
    :param first_step: the step that comes next; after a resumption, the first after the checkpoint
    :param weights: log ‖w‖₂ and ‖Δw‖₂ too, which takes a copy of the weights in each step
    :param options: of :func:`taper.run`, if an id is given
    :raises RuntimeError: PyTorch is older than 2.0, and tells of no step
    """
    if not hasattr(optimizer, "register_step_pre_hook"):
        raise RuntimeError("taper.watch needs PyTorch 2.0 or newer. In the loop, run.log_gradient_norms(model) does the same.")
    of = CallbackRun(run_or_id, schedule, options)
    run = of.begin(
        {
            "optimizer": type(optimizer).__name__,
            "peak_learning_rate": optimizer.param_groups[0].get("initial_lr", optimizer.defaults.get("lr")),
            "weight_decay": optimizer.defaults.get("weight_decay"),
        }
    )
    if run is not None and first_step > 0:
        run.resume_from(first_step)
    return Watch(model, optimizer, run, first_step, weights)
