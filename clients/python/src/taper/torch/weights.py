"""‖w‖₂ and ‖Δw‖₂ of the steps of an optimizer, and the d of those that estimate one."""

from collections.abc import Callable
from typing import Any

import torch

from .. import notices
from ..training_run import Run
from .norms import norms_of
from .sharded import is_sharded


def distance_of(optimizer: Any) -> Any:
    """d of Prodigy and D-Adaptation, as their parameter groups have it; None for other optimizers. Packages ``prodigyopt``, ``dadaptation``.

    Of several groups the largest: those packages keep one d for all.
    """
    found = [group["d"] for group in optimizer.param_groups if "d" in group and ("d0" in group or "growth_rate" in group)]
    return max(found) if found else None


class WeightNorms:
    """Logs ‖w‖₂ before each step of an optimizer, and ‖Δw‖₂ of it. It keeps a copy of the weights during the step.

    :param step: which step is being taken
    """

    def __init__(self, optimizer: "torch.optim.Optimizer", run: Run, step: "Callable[[], int]") -> None:
        self._optimizer, self._run, self._step = optimizer, run, step
        self._before: list[torch.Tensor] = []
        self._hooks = [optimizer.register_step_pre_hook(self._on_before), optimizer.register_step_post_hook(self._on_after)]

    def close(self) -> None:
        """Looks on no longer."""
        for hook in self._hooks:
            hook.remove()
        self._hooks, self._before = [], []

    def _weights(self) -> "list[torch.Tensor]":
        return [weight for group in self._optimizer.param_groups for weight in group["params"]]

    def _on_before(self, *_: Any) -> None:
        weights = self._weights()
        if any(is_sharded(weight) for weight in weights):
            notices.once("weights-sharded", "Weights are sharded over processes: their norms are not logged.")
            self.close()
            return
        with torch.no_grad():
            self._before = [weight.detach().clone() for weight in weights]

    def _on_after(self, *_: Any) -> None:
        if not self._before:
            return
        with torch.no_grad():
            of_weights = norms_of(self._before)[1]
            of_update = norms_of(list(torch._foreach_sub([weight.detach() for weight in self._weights()], self._before)))[1]
        self._before = []
        self._run.log(self._step(), weight_norm=of_weights, update_norm=of_update)
