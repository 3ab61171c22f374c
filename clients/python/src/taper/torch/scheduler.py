"""A schedule as a learning-rate scheduler of PyTorch."""

from array import array
from collections.abc import Sequence
from typing import Any

import torch
from torch.optim import lr_scheduler

from .. import notices
from ..schedules import Schedule, multiplier_of

# PyTorch 1 names it with an underscore.
_LRScheduler: Any = getattr(lr_scheduler, "LRScheduler", None) or lr_scheduler._LRScheduler

#: In so many steps of the optimizer, one after another, the scheduler must go too far before it is said: a gradient scaler skips steps at first.
_TOO_FAST = 4


class TaperScheduler(_LRScheduler):  # type: ignore[misc]
    """Learning rate of each parameter group: its peak × the multiplier of the step. Call ``step()`` after each optimizer step.

    It can be pickled. Its ``state_dict`` has the multipliers and the id of the schedule, so a training that resumes from a checkpoint goes on
    with the schedule that it began with, and needs no service for it.

    :param schedule: of any length; past its end, the last multiplier stays
    :param peak_learning_rates: at multiplier 1, one number or one of each group. Default: the learning rates that the groups have
    :param last_epoch: the last step that was made, −1 at the start, as with any scheduler of PyTorch
    """

    def __init__(
        self,
        optimizer: "torch.optim.Optimizer",
        schedule: "Schedule | Sequence[float]",
        peak_learning_rates: "float | Sequence[float] | None" = None,
        last_epoch: int = -1,
    ) -> None:
        self.schedule_id = schedule.id if isinstance(schedule, Schedule) else None
        self.multipliers = schedule.multipliers if isinstance(schedule, Schedule) else array("d", schedule)
        if not self.multipliers:
            raise ValueError("A schedule needs at least one step.")
        self._since_step = self._too_fast = 0
        if peak_learning_rates is not None:
            _set_peaks(optimizer, peak_learning_rates)
        super().__init__(optimizer, last_epoch)
        if hasattr(optimizer, "register_step_post_hook"):
            optimizer.register_step_post_hook(self._after_optimizer)

    def get_lr(self) -> "list[float]":
        """The learning rate of each group at the next step."""
        multiplier = multiplier_of(self.multipliers, self.last_epoch)
        return [peak * multiplier for peak in self.base_lrs]

    _get_closed_form_lr = get_lr

    def step(self, epoch: "int | None" = None) -> None:
        self._since_step += 1
        super().step(epoch)

    def state_dict(self) -> "dict[str, Any]":
        """Where the training is, and the schedule: plain values and one tensor, which ``torch.load`` reads with ``weights_only``."""
        return {
            "last_epoch": self.last_epoch,
            "base_lrs": list(self.base_lrs),
            "_step_count": self._step_count,
            "_last_lr": list(getattr(self, "_last_lr", [])),
            "schedule_id": self.schedule_id,
            "multipliers": torch.tensor(self.multipliers, dtype=torch.float64),
        }

    def load_state_dict(self, state_dict: "dict[str, Any]") -> None:
        """Goes on with the schedule of the checkpoint, and says so where it is another than this scheduler was made with."""
        state = {key: value for key, value in state_dict.items() if key not in ("multipliers", "schedule_id", "lr_lambdas")}
        if "multipliers" in state_dict:
            multipliers = array("d", state_dict["multipliers"].tolist())
            if multipliers != self.multipliers:
                notices.once(
                    "checkpoint-schedule",
                    f"The checkpoint has another schedule, {state_dict.get('schedule_id') or 'without an id'}, than the scheduler was made with, "
                    f"{self.schedule_id or 'without an id'}. Training goes on with that of the checkpoint; to follow the new one, "
                    "make the scheduler anew with last_epoch and do not load its state.",
                )
            self.multipliers, self.schedule_id = multipliers, state_dict.get("schedule_id")
        self.__dict__.update(state)

    def _after_optimizer(self, *_: Any) -> None:
        """Counts how often the scheduler goes on for one step of the optimizer."""
        self._too_fast = self._too_fast + 1 if self._since_step > 1 else 0
        if self._too_fast == _TOO_FAST:
            notices.once(
                "scheduler-too-fast",
                f"The scheduler goes on {self._since_step} times for each step of the optimizer, so the schedule ends after 1/{self._since_step} "
                "of the training. accelerator.prepare makes it so, once per process: do not prepare the scheduler. A call for each of several "
                "accumulated batches makes it so too: call its step() once, after optimizer.step().",
            )
        self._since_step = 0


def scheduler(optimizer: "torch.optim.Optimizer", schedule: Schedule, last_epoch: int = -1) -> TaperScheduler:
    """The schedule as a scheduler. Call ``step()`` after each optimizer step; each group's learning rate is its peak."""
    return TaperScheduler(optimizer, schedule, last_epoch=last_epoch)


def _set_peaks(optimizer: "torch.optim.Optimizer", peaks: "float | Sequence[float]") -> None:
    groups = optimizer.param_groups
    each = [float(peaks)] * len(groups) if isinstance(peaks, (int, float)) else [float(peak) for peak in peaks]
    if len(each) != len(groups):
        raise ValueError(f"{len(each)} peak learning rates for {len(groups)} parameter groups.")
    for group, peak in zip(groups, each):
        group["lr"] = group["initial_lr"] = peak
