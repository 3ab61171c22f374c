"""A training run as its trainer sees it."""

import operator
import os
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from . import notices
from .errors import TaperError
from .gradient_norms import gradient_norms, needs_all_processes
from .norm_queue import NormQueue
from .process_end import EXIT_SECONDS, watch
from .rank import process_rank
from .run_events import RunEvent, watch_run
from .run_id import run_id_of
from .schedules import Schedule, schedule
from .service import Secret, Service, service_url

_STEP_MAX = 2**53 - 1

#: What goes to the queue without a look: most values of most trainers.
_AS_IT_IS = (float, type(None))


def run(
    id: str,  # noqa: A002 The contract's own word.
    *,
    total_steps: int | None = None,
    optimizer: str | None = None,
    peak_learning_rate: float | None = None,
    weight_decay: float | None = None,
    clip_norm: float | None = None,
    name: str | None = None,
    labels: Mapping[str, str] | None = None,
    step_unit: str | None = None,
    schedule_id: "Schedule | str | None" = None,
    resume_from: int | None = None,
    url: str | None = None,
    api_key: str | None = None,
    rank: int | None = None,
    strict: bool = False,
) -> "Run":
    """Starts logging a training run. Returns at once; the service creates the run, or updates it if it exists.

    :param id: a name of your choice; the same id means the same run. Best of 1 to 128 letters, digits, ``.``, ``_`` and ``-``; any other name,
        as ``org/model``, becomes such a one, which is said and in :attr:`Run.id`
    :param total_steps: length of the training in optimizer steps, 1 … 2⁵³−1
    :param optimizer: e.g. ``"SGD"`` or ``"AdamW"``; decides whether a refinement uses ℓ₂ or ℓ₁ norms
    :param peak_learning_rate: the learning rate at multiplier 1, ≥ 0
    :param weight_decay: λ of the optimizer, ≥ 0
    :param clip_norm: gradients with a larger norm are clipped to it, ≥ 0; log the norms before that
    :param name: a title for people
    :param labels: your own keys and values, to find the run by
    :param step_unit: what the trainer counts: steps, batches, samples, tokens or epochs. Steps logged here stay optimizer steps
    :param schedule_id: the schedule that this run trains by, or its id: so the service knows which run came of which
    :param resume_from: the step at which training resumes from a checkpoint; see :meth:`Run.resume_from`
    :param url: URL of the service. Default: ``TAPER_URL``, else ``http://127.0.0.1:8080``. Where it is no URL, that is a warning, and nothing is
        logged
    :param api_key: the API key, of scope ``write``, where the service wants one. Default: ``TAPER_API_KEY``
    :param rank: rank of this process; only rank 0 sends. Default: from ``torch.distributed``, ``RANK`` or ``SLURM_PROCID``.
        A process that trains alone, as one of a sweep, has rank 0
    :param strict: raise errors in the training loop instead of logging a warning
    :raises ValueError: the service would refuse an argument
    """
    name = name or (id if run_id_of(id) != id else None)
    id = run_id_of(id)  # noqa: A001
    for what, number in (("peak_learning_rate", peak_learning_rate), ("weight_decay", weight_decay), ("clip_norm", clip_norm)):
        if number is not None and not 0 <= float(number) < float("inf"):
            raise ValueError(f"{what} must be finite and ≥ 0, not {number!r}.")
    if step_unit is not None and step_unit not in ("steps", "batches", "samples", "tokens", "epochs"):
        raise ValueError(f"step_unit must be steps, batches, samples, tokens or epochs, not {step_unit!r}.")
    given = {
        "name": name,
        "optimizer": optimizer,
        "totalSteps": None if total_steps is None else _total(total_steps),
        "peakLearningRate": None if peak_learning_rate is None else float(peak_learning_rate),
        "weightDecay": None if weight_decay is None else float(weight_decay),
        "clipNorm": None if clip_norm is None else float(clip_norm),
        "labels": None if labels is None else {str(key): str(value) for key, value in labels.items()},
        "stepUnit": step_unit,
        "scheduleId": schedule_id.id if isinstance(schedule_id, Schedule) else schedule_id,
    }
    fields = {key: value for key, value in given.items() if value is not None}
    try:
        url = service_url(url)
    except ValueError as error:
        if strict:
            raise
        notices.once("url", f"{error} Run {id} logs nothing.")
        return Run(id, str(url or os.environ.get("TAPER_URL")), None, strict, api_key)
    posts = (process_rank() if rank is None else rank) == 0 and os.environ.get("TAPER_DISABLED", "") in ("", "0")
    made = Run(id, url, NormQueue(url, id, fields, api_key=api_key) if posts else None, strict, api_key)
    made._total_steps = fields.get("totalSteps")
    if resume_from is not None:
        made.resume_from(resume_from)
    return made


class Run:
    """A training run that logs its gradient norms, losses and rates in the background. Create it with :func:`run`. Not thread-safe."""

    def __init__(self, id: str, url: str, queue: NormQueue | None, strict: bool = False, api_key: str | None = None) -> None:  # noqa: A002
        self.id = id
        self.url = url
        self.strict = strict
        self._api_key = None if api_key is None else Secret(api_key)
        self._queue = queue
        self._next_step = 0
        self._total_steps: int | None = None
        #: Whether a callback logs the losses and rates of each step.
        self.is_watched = False
        if queue is not None:
            watch(queue)

    @property
    def posts(self) -> bool:
        """Whether this process sends to the service: it has rank 0, is no forked child, and the run is not closed."""
        return self._queue is not None and self._queue.active

    def log(
        self,
        step: int,
        *,
        l2: Any = None,
        l1: Any = None,
        linf: Any = None,
        loss: Any = None,
        eval_loss: Any = None,
        learning_rate: Any = None,
        weight_norm: Any = None,
        update_norm: Any = None,
        distance: Any = None,
    ) -> None:
        """Logs what is known of a step; all of it goes to the service in one request. Takes microseconds.

        Values are numbers or scalars on a device, which the background thread reads later. Norms of the gradient are those of the raw
        gradient, before clipping, over all parameters together. A step may be logged in several calls.

        :param step: the optimizer step, from 0
        :param l2: ‖g‖₂
        :param l1: ‖g‖₁, the sum of the absolute values
        :param linf: ‖g‖∞, the largest absolute value
        :param loss: training loss of the step, or its mean since the last one logged
        :param eval_loss: evaluation loss
        :param learning_rate: the rate that the step used, of the first parameter group
        :param weight_norm: ‖w‖₂ before the step
        :param update_norm: ‖Δw‖₂ of the step
        :param distance: d of D-Adaptation and Prodigy
        """
        queue = self._queue
        if queue is None or not queue.active:
            return
        others: dict[str, Any] | None = None
        if not (loss is learning_rate is eval_loss is weight_norm is update_norm is distance is None):
            others = {
                "loss": _kept(loss),
                "eval-loss": _kept(eval_loss),
                "learning-rate": _kept(learning_rate),
                "weight-norm": _kept(weight_norm),
                "update-norm": _kept(update_norm),
                "distance": _kept(distance),
            }
        if type(step) is int and 0 <= step <= _STEP_MAX and type(l2) in _AS_IT_IS and type(l1) in _AS_IT_IS and linf is None:
            self._next_step = step + 1
            queue.put((step, l1, l2, None, others))
        else:
            try:
                step = operator.index(step)
                if not 0 <= step <= _STEP_MAX:
                    raise ValueError(f"A step must be a whole number ≥ 0, not {step}.")
                self._next_step = step + 1
                queue.put((step, _kept(l1), _kept(l2), _kept(linf), others))
            except Exception as error:
                self._report("log", error)
        if queue.failure is not None and self.strict:
            raise queue.failure

    def log_gradient_norms(self, model: Any, step: int | None = None, *, loss: Any = None, learning_rate: Any = None) -> None:
        """Logs ‖g‖₁ and ‖g‖₂ of a model's current gradients. Call it after ``backward``, before clipping and the optimizer's step.

        With a gradient scaler, call it after ``scaler.unscale_(optimizer)``. It does not wait for the device: the background thread
        reads both norms later.

        Where gradients are sharded over processes (FSDP), the norm is a sum over all of them: call this in every process, not in rank 0 alone.

        An engine of DeepSpeed has ‖g‖₂ alone, and after ``engine.step()``: call it there.

        :param model: a PyTorch module, an optimizer, an engine of DeepSpeed, parameters, or gradient tensors in lists and dicts; or gradients as NumPy arrays or a JAX
            pytree
        :param step: the optimizer step, from 0. Default: one more than in the last call
        :param loss: training loss of the step, a number or a scalar on a device
        :param learning_rate: the rate that the step will use
        """
        if self._queue is None or not self._queue.active:
            try:
                if needs_all_processes(model):
                    gradient_norms(model)
            except Exception as error:
                self._report("log_gradient_norms", error)
            return
        others = {name: value for name, value in (("loss", loss), ("learning_rate", learning_rate)) if value is not None}
        try:
            if hasattr(model, "get_global_grad_norm"):
                l1, l2 = None, model.get_global_grad_norm()
                if l2 is None:
                    raise TypeError("DeepSpeed has no norm before its first step: call this after engine.step().")
            else:
                l1, l2 = gradient_norms(model)
        except Exception as error:
            self._next_step = (self._next_step if step is None else step) + 1
            self._report("log_gradient_norms", error)
            return
        self.log(self._next_step if step is None else step, l1=l1, l2=l2, **others)

    def resume_from(self, step: int) -> None:
        """Says that training resumes from a checkpoint. The next points replace everything logged from ``step`` on.

        Replaced points are kept as history. To train again from the start under the same id, resume from 0.

        :param step: the first step after the checkpoint, from 0
        """
        try:
            step = operator.index(step)
            if not 0 <= step <= _STEP_MAX:
                raise ValueError(f"A step must be a whole number ≥ 0, not {step}.")
        except Exception as error:
            self._report("resume_from", error)
            return
        self._next_step = step
        if self._queue is not None and self._queue.active:
            self._queue.resume(step)

    def update(self, *, total_steps: int | None = None, schedule_id: "Schedule | str | None" = None) -> None:
        """Tells what has become known of the run since it was started: a training that goes on, for example.

        :param total_steps: length of the training in optimizer steps, 1 … 2⁵³−1
        :param schedule_id: the schedule that the run trains by, or its id
        """
        fields: dict[str, Any] = {}
        try:
            if total_steps is not None:
                fields["totalSteps"] = self._total_steps = _total(total_steps)
            if schedule_id is not None:
                fields["scheduleId"] = schedule_id.id if isinstance(schedule_id, Schedule) else str(schedule_id)
        except Exception as error:
            self._report("update", error)
            return
        if self._queue is not None and self._queue.active:
            self._queue.describe(fields)

    def refine(self, **options: Any) -> Schedule:
        """Refines what this run has logged into the schedule for the next run. Flushes first.

        >>> run.refine()                 # preset robust: norms, and the losses beside them where they were logged
        >>> run.refine(preset="paper")   # the paper's own schedule, from the norms alone

        ``report["advice"]["detail"]`` of the answer is the sentence to act on, ``report["losses"]["detail"]`` what the losses did.

        :param options: as in :func:`taper.schedule`: ``preset``, ``steps``, ``ramp`` …
        """
        self.flush()
        return schedule(self, **options)

    schedule = refine

    def audit(self, **options: Any) -> dict[str, Any]:
        """Compares the learning rates that were logged with the schedule that was meant. Flushes first.

        :param options: as in ``POST /v1/audits``: ``against`` (default: the schedule of the run), ``steps``, ``peakLearningRate``
        :return: ``follows``, ``findings`` and ``nearest``, as the service answers
        :raises Refused: the service refused: no learning rates are logged …
        :raises Unavailable: the service is down or wants another API key
        """
        self.flush()
        service = Service(self.url, api_key=self._api_key)
        try:
            return service.json("POST", "/v1/audits", {**options, "learningRates": {"runId": self.id}})
        finally:
            service.close()

    def events(self, last_event_id: str | None = None) -> Iterator[RunEvent]:
        """What happens to this run, as it happens: points that arrive, changes, schedules that were refined from it, and its end.

        :param last_event_id: the ``id`` of the last event that was seen. Default: begins with the run as it is
        """
        return watch_run(self.id, last_event_id=last_event_id, url=self.url, api_key=self._api_key)

    def flush(self, timeout: float = 30.0) -> bool:
        """Waits until the service has stored everything logged so far.

        :param timeout: seconds to wait
        :return: True if everything is stored, False if the service did not answer in time
        :raises TaperError: the service refused something, and the run is ``strict``
        """
        queue = self._queue
        stored = queue.flush(timeout) if queue is not None else True
        if queue is not None and queue.failure is not None and self.strict:
            raise queue.failure
        return stored

    def close(self, timeout: float = EXIT_SECONDS) -> None:
        """Flushes and stops the background thread; runs by itself at exit. Norms not sent in time stay in the spool on disk."""
        if self._queue is not None:
            self._queue.close(timeout)
            if self._queue.failure is not None and self.strict:
                raise self._queue.failure

    def __enter__(self) -> "Run":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<taper.Run {self.id!r} at {self.url}{'' if self.posts else ', does not send'}>"

    def _repr_html_(self) -> str:
        total = self._total_steps
        of = "" if total is None else f' of {total} <progress max="{total}" value="{min(self._next_step, total)}"></progress>'
        sends = "" if self.posts else ", sends nothing"
        return f"Run <b>{escape(self.id)}</b>: {self._next_step} steps{of} <small>at {escape(self.url)}{sends}</small>"

    def __reduce__(self) -> Any:
        # A copy in another process does not send, and the key is not written down.
        return (Run, (self.id, self.url, None, self.strict))

    def _report(self, what: str, error: Exception) -> None:
        if self.strict:
            raise error
        kind = "" if isinstance(error, (TaperError, ValueError, TypeError)) else f"{type(error).__name__}: "
        notices.once(f"{what}-{type(error).__name__}", f"{what} of run {self.id}: {kind}{error} Nothing is logged for this step.")


def _total(steps: int) -> int:
    if not 1 <= operator.index(steps) <= _STEP_MAX:
        raise ValueError(f"total_steps must be a whole number ≥ 1, not {steps!r}.")
    return operator.index(steps)


def _kept(value: Any) -> Any:
    """What may wait in the queue: a number, or a scalar of a device that holds on to nothing else."""
    if value is None or type(value) is float:
        return value
    detach = getattr(value, "detach", None)
    if detach is not None:
        return detach()
    if isinstance(value, (int, float)) or type(value).__module__ == "numpy":
        return float(value)
    return value
