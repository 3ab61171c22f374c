"""Schedules of the service in a trainer: read once, kept on disk, and there when the service is not."""

import hashlib
import json
import os
import re
import sys
import time
from array import array
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from . import notices
from .errors import Refused, TaperError, Unavailable
from .home import folder_of
from .service import Service, service_url

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


class Schedule(Sequence[float]):
    """The multipliers of a schedule, one an optimizer step, in [0, 1] with peak 1. The learning rate is the peak rate times the multiplier.

    :ivar multipliers: float64, shape ``[steps]``
    :ivar peak_learning_rate: the rate at multiplier 1; None where the service does not know it
    :ivar id: of the service; None for one that was made here
    :ivar report: what the service says of a refined schedule: bound, peak, warnings
    """

    def __init__(
        self,
        multipliers: Sequence[float],
        peak_learning_rate: float | None = None,
        id: str | None = None,
        report: dict[str, Any] | None = None,  # noqa: A002
    ) -> None:
        self.multipliers = array("d", multipliers)
        if not self.multipliers:
            raise ValueError("A schedule has one step at least.")
        self.peak_learning_rate = peak_learning_rate
        self.id = id
        self.report = report

    @classmethod
    def linear(cls, steps: int, peak_learning_rate: float | None = None) -> "Schedule":
        """Linear decay from 1 to 0, the best schedule where nothing is known of the gradients: what to fall back to."""
        return cls([1.0 - j / (steps - 1) for j in range(steps)] if steps > 1 else [1.0], peak_learning_rate)

    def __call__(self, step: int) -> float:
        """The multiplier of a step; past the end the last one."""
        return self.multipliers[min(max(int(step), 0), len(self.multipliers) - 1)]

    def learning_rate(self, step: int, peak_learning_rate: float | None = None) -> float:
        """The learning rate of a step.

        :raises ValueError: the peak is neither given nor known
        """
        peak = self.peak_learning_rate if peak_learning_rate is None else peak_learning_rate
        if peak is None:
            raise ValueError("The peak learning rate of this schedule is not known: give peak_learning_rate.")
        return peak * self(step)

    def __len__(self) -> int:
        return len(self.multipliers)

    def __getitem__(self, step: Any) -> Any:
        return self.multipliers[step]

    def __repr__(self) -> str:
        return f"<taper.Schedule {self.id or 'of this process'}, {len(self)} steps>"


def lr_lambda(schedule: Schedule | Sequence[float]) -> Callable[[int], float]:
    """From a step to its multiplier, as ``torch.optim.lr_scheduler.LambdaLR`` takes it.

    A plain function: of anything else ``LambdaLR`` writes all fields to each checkpoint, and takes those of the checkpoint back.
    """
    multipliers = schedule.multipliers if isinstance(schedule, Schedule) else array("d", schedule)
    last = len(multipliers) - 1

    def multiplier(step: int) -> float:
        return multipliers[step if step < last else last]

    return multiplier


def schedule(
    id_or_run: Any, *, url: str | None = None, fallback: Schedule | None = None, timeout: float = 30.0, **options: Any
) -> Schedule:
    """Reads a schedule, by its id, or the one that is refined from a run.

    What was read is kept on disk. A schedule never changes, so one read by its id needs no service again; one refined from a run is
    asked for each time, and where the service is away the last answer stands, with a warning.

    :param id_or_run: id of a schedule, id of a run, or a :class:`Run`
    :param fallback: what to follow where there is neither a service nor a kept answer
    :param options: of the refinement, as the contract names them: ``steps``, ``norm``, ``weighting``, ``warmupFloor`` …
    :raises Unavailable: no service, nothing kept, no fallback
    :raises Refused: the service says what is wrong: no such run, too few norms …
    """
    service = Service(service_url(url or getattr(id_or_run, "url", None)), timeout)
    name = str(getattr(id_or_run, "id", id_or_run))
    try:
        if _UUID.fullmatch(name) and not options:
            try:
                return _by_id(service, name)
            except Refused as refused:
                if refused.name != "schedule-not-found":
                    raise
        return _of_run(service, name, options)
    except Unavailable as error:
        if fallback is None:
            raise
        notices.once("fallback", f"{error} No schedule of {name} was read before; training follows the fallback.")
        return fallback
    finally:
        service.close()


def _by_id(service: Service, schedule_id: str) -> Schedule:
    kept = _kept(service.url, schedule_id)
    if kept is not None:
        return kept
    return _read(service, service.json("GET", f"/v1/schedules/{quote(schedule_id, safe='')}"))


def _of_run(service: Service, run_id: str, options: dict[str, Any]) -> Schedule:
    asked = hashlib.sha256(json.dumps([run_id, options], sort_keys=True).encode()).hexdigest()[:16]
    key = f"run-{re.sub(r'[^A-Za-z0-9._-]', '-', run_id)[:80]}-{asked}"
    try:
        description = _finished(service, service.json("POST", f"/v1/runs/{quote(run_id, safe='')}/schedules", options))
        found: Schedule | None = _kept(service.url, description["id"]) or _read(service, description)
    except Unavailable as error:
        known = _read_kept(service.url, key)
        found = None if known is None else _kept(service.url, known.decode())
        if found is None:
            raise
        notices.once("kept-schedule", f"{error} Training follows the schedule of {run_id} that was read last, {found.id}.")
        return found
    _keep(service.url, key, str(found.id).encode())
    return found


def _finished(service: Service, answer: dict[str, Any], wait: float = 0.1) -> dict[str, Any]:
    """What a call answers at once, or, where it takes longer than about a second, the operation that it has become."""
    while "steps" not in answer and answer.get("status") in ("queued", "running"):
        time.sleep(wait)
        wait = min(2 * wait, 2.0)
        answer = service.json("GET", f"/v1/operations/{quote(answer['id'], safe='')}")
    if "steps" in answer:
        return answer
    if "result" in answer:
        return dict(answer["result"])
    problem = answer.get("problem") or {"title": f"The refinement has ended as {answer.get('status')}.", "status": 409}
    raise Refused(int(problem.get("status", 500)), problem)


def _read(service: Service, description: dict[str, Any]) -> Schedule:
    path = f"/v1/schedules/{quote(description['id'], safe='')}/multipliers"
    content = service.request("GET", path, accept="application/octet-stream")
    try:
        schedule = _made(description, content)
    except (ValueError, KeyError, TypeError) as error:
        raise TaperError(f"Taper at {service.url} answered {path} with something else than multipliers: {error}.") from error
    _keep(service.url, f"{description['id']}.f64", content)
    _keep(service.url, f"{description['id']}.json", json.dumps(description).encode())
    return schedule


def _made(description: dict[str, Any], content: bytes) -> Schedule:
    multipliers = array("d")
    multipliers.frombytes(content)
    if sys.byteorder == "big":
        multipliers.byteswap()
    if len(multipliers) != description["steps"]:
        raise ValueError(f"{len(multipliers)} values for {description['steps']} steps")
    return Schedule(multipliers, description.get("peakLearningRate"), description["id"], description.get("report"))


def _kept(url: str, schedule_id: str) -> Schedule | None:
    content, description = _read_kept(url, f"{schedule_id}.f64"), _read_kept(url, f"{schedule_id}.json")
    if content is None or description is None:
        return None
    try:
        return _made(json.loads(description), content)
    except (ValueError, KeyError, TypeError):  # Damaged: read again.
        return None


def _read_kept(url: str, name: str) -> bytes | None:
    try:
        return (folder_of("schedules", url) / name).read_bytes()
    except OSError:
        return None


def _keep(url: str, name: str, content: bytes) -> None:
    """Written beside and renamed, so that it is there as a whole or not at all."""
    try:
        path: Path = folder_of("schedules", url) / name
        beside = path.with_name(f"{path.name}.{os.getpid()}")
        beside.write_bytes(content)
        os.replace(beside, path)
    except OSError as error:
        notices.once("no-cache", f"Taper cannot keep schedules ({error}); set TAPER_HOME. Without the service this one is not there again.")
