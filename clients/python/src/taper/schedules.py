"""Schedules in a trainer: read from the service, and kept on disk for when it is down."""

import hashlib
import json
import os
import re
import sys
import time
from array import array
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from . import notices
from .errors import Refused, TaperError, Unavailable
from .home import folder_of
from .picture import svg_of
from .run_id import run_id_of
from .service import Service, service_url

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


class Schedule(Sequence[float]):
    """A learning-rate schedule: one multiplier per optimizer step, in [0, 1]. Learning rate = peak learning rate × multiplier.

    :ivar multipliers: float64, shape ``[steps]``
    :ivar peak_learning_rate: the learning rate at multiplier 1; None if unknown
    :ivar id: the schedule's id at the service; None for a schedule made here
    :ivar report: the service's report on a refined schedule: bound, peak, warnings
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
            raise ValueError("A schedule needs at least one step.")
        self.peak_learning_rate = peak_learning_rate
        self.id = id
        self.report = report

    @classmethod
    def linear(cls, steps: int, peak_learning_rate: float | None = None) -> "Schedule":
        """Linear decay from 1 to 0: what to train with if nothing is known about the gradients, so the fallback."""
        return cls([1.0 - j / (steps - 1) for j in range(steps)] if steps > 1 else [1.0], peak_learning_rate)

    def __call__(self, step: int) -> float:
        """The multiplier of a step; past the end, the last one."""
        return self.multipliers[min(max(int(step), 0), len(self.multipliers) - 1)]

    def learning_rate(self, step: int, peak_learning_rate: float | None = None) -> float:
        """The learning rate of a step.

        :param peak_learning_rate: the learning rate at multiplier 1. Default: the schedule's own
        :raises ValueError: the peak learning rate is neither given nor known
        """
        peak = self.peak_learning_rate if peak_learning_rate is None else peak_learning_rate
        if peak is None:
            raise ValueError("This schedule has no peak learning rate: pass peak_learning_rate.")
        return peak * self(step)

    def __len__(self) -> int:
        return len(self.multipliers)

    def __getitem__(self, step: Any) -> Any:
        return self.multipliers[step]

    def frame(self, peak_learning_rate: float | None = None, *, library: str = "pandas") -> Any:
        """The schedule as a pandas ``DataFrame``, a row a step: ``multiplier``, and ``learning_rate`` where the peak is known.

        :param library: ``"pandas"``, or ``"polars"``, of which the frame has a column ``step``
        """
        if library == "polars":
            import polars

            columns = {"step": range(len(self)), "multiplier": list(self.multipliers)}
            table = polars.DataFrame(columns)
            own = self.peak_learning_rate if peak_learning_rate is None else peak_learning_rate
            return table if own is None else table.with_columns((polars.col("multiplier") * own).alias("learning_rate"))
        import pandas

        frame = pandas.DataFrame({"multiplier": self.multipliers}, index=pandas.RangeIndex(len(self), name="step"))
        peak = self.peak_learning_rate if peak_learning_rate is None else peak_learning_rate
        return frame if peak is None else frame.assign(learning_rate=frame["multiplier"] * peak)

    def plot(self, ax: Any = None, peak_learning_rate: float | None = None, **options: Any) -> Any:
        """Draws the schedule by Matplotlib, and returns the axes.

        :param ax: axes to draw on. Default: the current ones
        :param peak_learning_rate: the learning rate at multiplier 1. Default: the schedule's own; where none is known, multipliers are drawn
        :param options: of ``ax.plot``: ``label``, ``color`` …
        """
        from matplotlib import pyplot

        ax = pyplot.gca() if ax is None else ax
        peak = self.peak_learning_rate if peak_learning_rate is None else peak_learning_rate
        ax.plot([multiplier * (1.0 if peak is None else peak) for multiplier in self.multipliers], **options)
        ax.set(xlabel="step", ylabel="multiplier" if peak is None else "learning rate")
        return ax

    def _repr_svg_(self) -> str:
        return svg_of(self.multipliers, self.peak_learning_rate, f"Schedule {self.id or ''} of {len(self)} steps")

    def __repr__(self) -> str:
        return f"<taper.Schedule {self.id or 'of this process'}, {len(self)} steps>"


def lr_lambda(schedule: Schedule | Sequence[float]) -> Callable[[int], float]:
    """A function from step to multiplier, for ``torch.optim.lr_scheduler.LambdaLR``.

    It can be pickled, and has no fields, because ``LambdaLR`` saves the fields of a callable in checkpoints, and restores them.
    """
    return partial(multiplier_of, schedule.multipliers if isinstance(schedule, Schedule) else array("d", schedule))


def multiplier_of(multipliers: Sequence[float], step: int) -> float:
    """The multiplier of a step, from 0; past the end, the last one."""
    return multipliers[step if step < len(multipliers) else -1]


def schedule(
    id_or_run: Any,
    *,
    url: str | None = None,
    api_key: str | None = None,
    fallback: Schedule | None = None,
    timeout: float = 30.0,
    **options: Any,
) -> Schedule:
    """Reads a schedule by its id, or refines the norms of a run into one.

    Keeps a copy on disk. A schedule never changes, so the copy answers the next call with the same id. A run is refined at each call; if
    the service is down, the last schedule refined from it is used, with a warning.

    :param id_or_run: id of a schedule, id of a run, or a :class:`Run`
    :param url: URL of the service. Default: that of the :class:`Run`, else ``TAPER_URL``, else ``http://127.0.0.1:8080``
    :param api_key: the API key, where the service wants one. Default: that of the :class:`Run`, at its own URL, else ``TAPER_API_KEY``
    :param fallback: the schedule to use if the service is down and no copy exists
    :param timeout: seconds without a byte after which the service counts as down
    :param options: of the refinement, as in the HTTP API, in its names or in Python's (``normFloor`` or ``norm_floor``). ``preset``: ``robust``,
        the default, reads the losses beside the norms; ``paper``; ``reference``. ``steps``: length of the schedule. ``ramp``: linear warm-up as a
        fraction, 0.05 with ``robust``, else 0. ``deadBand`` ≥ 1: changes of the norm by less than this factor count for nothing (1.25); and
        ``loss``: ``"none"`` leaves the losses out; both with ``robust`` alone. ``normFloor`` 0 … 2: filtered norms below this share of their
        median are raised to it (0). ``scaleBy``: ``"weight-norm"`` refines ‖g‖·‖w‖. ``final``: the multiplier to end at (0). Also ``norm``,
        ``weighting``, ``window``, ``trim``, ``method``, ``warmupFloor``, ``withRuns`` and ``name``
    :raises Unavailable: the service is down or wants another API key, and there is neither a copy nor a fallback
    :raises Refused: the service refused: no such run, too few norms …
    """
    own_url = getattr(id_or_run, "url", None)
    name = str(getattr(id_or_run, "id", id_or_run))
    try:
        chosen = service_url(url or own_url)
    except ValueError as error:
        if fallback is None:
            raise
        notices.once("url", f"{error} Training uses the fallback.")
        return fallback
    service = Service(chosen, timeout, api_key or (getattr(id_or_run, "_api_key", None) if chosen == own_url else None))
    try:
        if _UUID.fullmatch(name) and not options:
            try:
                return _by_id(service, name)
            except Refused as refused:
                if refused.name != "schedule-not-found":
                    raise
        return _of_run(service, run_id_of(name), {in_http(option): value for option, value in options.items()})
    except Unavailable as error:
        if fallback is None:
            raise
        notices.once("fallback", f"{error} There is no copy of the schedule of {name}; training uses the fallback.")
        return fallback
    finally:
        service.close()


def extend(
    which: "Schedule | str",
    steps: int,
    *,
    from_step: "int | None" = None,
    method: "str | None" = None,
    url: "str | None" = None,
    api_key: "str | None" = None,
    **more: Any,
) -> Schedule:
    """Gives a stored schedule another length, in the middle of a training or after its end.

    :param which: a schedule of the service, or its id
    :param steps: the new length in optimizer steps
    :param from_step: the step from which on the schedule may change. Default: as the HTTP API says for the method
    :param method: how, as ``"stretch"``; the methods are those of ``POST /v1/schedules/{id}/horizons``. Default: the service chooses
    :param url: URL of the service. Default: ``TAPER_URL``, else ``http://127.0.0.1:8080``
    :param api_key: the API key, where the service wants one. Default: ``TAPER_API_KEY``
    :param more: other fields of the HTTP API, in its names or in Python's
    :returns: the new schedule; its ``report`` has ``warnings``, as where all of the rest is 0, and ``peakFactor`` where the past was divided
    :raises Refused: there is no such schedule, or it cannot be made so long
    :raises Unavailable: the service does not answer
    """
    name = which.id if isinstance(which, Schedule) else which
    if not name:
        raise ValueError("This schedule is of this process: the service does not have it.")
    given = {"steps": steps, "from_step": from_step, "method": method, **more}
    asked = {in_http(option): value for option, value in given.items() if value is not None}
    service = Service(service_url(url), timeout=60, api_key=api_key)
    try:
        found = _read(service, _finished(service, service.json("POST", f"/v1/schedules/{quote(name, safe='')}/horizons", asked)))
    finally:
        service.close()
    _tell(f"{name} made longer", found)
    return found


def in_http(option: str) -> str:
    """The name that the HTTP API has for an option: ``normFloor`` for ``norm_floor``."""
    first, *others = option.split("_")
    return first + "".join(other.capitalize() for other in others)


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
        notices.once("kept-schedule", f"{error} Training uses the copy of the last schedule of {run_id}, {found.id}.")
        return found
    _keep(service.url, key, str(found.id).encode())
    _tell(run_id, found)
    return found


def _tell(run_id: str, schedule: Schedule) -> None:
    """Logs what the report warns of: it speaks of the norms, and a schedule from wrong norms looks like any other."""
    for warning in (schedule.report or {}).get("warnings", []):
        notices.once(f"warning-{schedule.id}-{warning.get('code')}", f"Schedule of run {run_id}: {warning.get('detail')}")


def _finished(service: Service, answer: dict[str, Any], wait: float = 0.1) -> dict[str, Any]:
    """The result of a call. If the service answered with an operation, polls it until it has ended."""
    while "steps" not in answer and answer.get("status") in ("queued", "running"):
        time.sleep(wait)
        wait = min(2 * wait, 2.0)
        answer = service.json("GET", f"/v1/operations/{quote(answer['id'], safe='')}")
    if "steps" in answer:
        return answer
    if "result" in answer:
        return dict(answer["result"])
    problem = answer.get("problem") or {"title": f"The refinement was {answer.get('status')}.", "status": 409}
    raise Refused(int(problem.get("status", 500)), problem)


def _read(service: Service, description: dict[str, Any]) -> Schedule:
    path = f"/v1/schedules/{quote(description['id'], safe='')}/multipliers"
    content = service.request("GET", path, accept="application/octet-stream")
    try:
        schedule = _made(description, content)
    except (ValueError, KeyError, TypeError) as error:
        raise TaperError(f"Taper at {service.url} did not answer {path} with multipliers: {error}.") from error
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
    except (ValueError, KeyError, TypeError):  # The copy is damaged: read the schedule again.
        return None


def _read_kept(url: str, name: str) -> bytes | None:
    try:
        return (folder_of("schedules", url) / name).read_bytes()
    except OSError:
        return None


def _keep(url: str, name: str, content: bytes) -> None:
    """Writes a temporary file and renames it, so that a copy is whole or absent."""
    try:
        path: Path = folder_of("schedules", url) / name
        beside = path.with_name(f"{path.name}.{os.getpid()}")
        beside.write_bytes(content)
        os.replace(beside, path)
    except OSError as error:
        notices.once("no-cache", f"Taper cannot keep a copy of the schedule ({error}); set TAPER_HOME.")
