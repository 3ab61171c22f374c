"""Carries norms from the training thread to the service, by a background thread.

::

    log() → inbox (memory, bounded) → spool (disk) → service; only then is a norm removed from the spool

The training thread only appends to the inbox: it takes no lock, opens no file or socket, and converts no number that is still on a
device. Every second the background thread writes the inbox to the spool and sends from there. The path is the same whether the service
is up or down, and the next process sends what this one leaves behind.
"""

import json
import random
import threading
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from . import notices
from .errors import KeyRequired, Refused, TaperError, Unavailable
from .home import folder_of, urls_of
from .requests import Points, Request, put_run
from .service import Service
from .spool import Full, MemorySpool, Spool, holds_unsent, left_behind, run_of

#: Most points in memory: the fastest trainer logs so many in a few seconds, while a request is under way.
INBOX_MAX = 250_000

#: From so many points on, the background thread is woken early.
_INBOX_AWAKE = INBOX_MAX // 4

_BACKOFF_FIRST, _BACKOFF_MAX = 0.5, 30.0

#: Longest pause between attempts while somebody waits for a flush.
_BACKOFF_AWAITED = 0.25

#: Points taken in one go. No other thread runs meanwhile, for about 0.2 ms.
_SLICE = 256

#: Of a step: ‖g‖₁, ‖g‖₂, ‖g‖∞, and values of other series by name. Most trainers log the first two alone, and wait for no dict.
Values = tuple[int, Any, Any, Any, dict[str, Any] | None]

#: Series whose values may be negative.
_SIGNED = ("loss", "eval-loss")


class Flush:
    """Somebody waits until everything is stored.

    :param patient: keep waiting, up to its timeout, while the service is down
    :param timeout: seconds that somebody waits
    """

    def __init__(self, patient: bool, timeout: float) -> None:
        self.patient = patient
        self.deadline = time.monotonic() + timeout
        self.over = threading.Event()
        self.stored = False

    def end(self, stored: bool) -> None:
        self.stored = stored
        self.over.set()


class NormQueue:
    """The norms of one run on their way to the service.

    :param fields: fields of the run, to create it with, and again if it was deleted
    :param interval: seconds between two rounds of writing and sending
    :param timeout: seconds without a byte after which a request has failed
    :param api_key: the API key. Default: ``TAPER_API_KEY``
    """

    def __init__(
        self,
        url: str,
        run_id: str,
        fields: dict[str, Any],
        interval: float = 1.0,
        timeout: float = 10.0,
        api_key: "str | None" = None,
    ) -> None:
        self.url, self.run_id, self.fields = url, run_id, fields
        #: Values of a step; (−1, step, None, None, None) for a resumption, (−2, fields, None, None, None) for fields of the run.
        self.inbox: deque[Values] = deque()
        self.dropped = 0
        self.failure: TaperError | None = None
        self.active = True
        self._interval = interval
        self._service = Service(url, timeout, api_key)
        self._points = Points(run_id)
        # A signal handler may put to a SimpleQueue at any moment.
        self._wake: SimpleQueue[Flush | None] = SimpleQueue()
        self._flushes: list[Flush] = []
        self._stopping = False
        self._away = False
        self._failures = 0
        self._next_attempt = 0.0
        #: No attempt before: the service named the time by Retry-After.
        self._not_before = 0.0
        self._lacks_key = False
        self._first_step: int | None = None
        self._resumed = False
        self._series: dict[str, Any] = {}
        self._folder, self._spool = self._open_spool()
        self._before: deque[Spool] = deque()
        self._others: deque[Path] = deque()
        self._thread = threading.Thread(target=self._work, name=f"taper {run_id}", daemon=True)
        self._thread.start()

    # The training thread.

    def put(self, values: Values) -> None:
        """Adds the values of a step."""
        inbox = self.inbox
        inbox.append(values)
        waiting = len(inbox)
        if waiting >= _INBOX_AWAKE:
            if waiting == _INBOX_AWAKE:
                self._wake.put(None)
            elif waiting > INBOX_MAX:
                inbox.pop()
                self.dropped += 1

    def resume(self, step: int) -> None:
        self.inbox.append((-1, step, None, None, None))

    def describe(self, fields: dict[str, Any]) -> None:
        """Sets fields of the run, besides those that it has."""
        self.inbox.append((-2, fields, None, None, None))

    def flush(self, timeout: float, patient: bool = True) -> bool:
        """Waits until everything logged is stored.

        :return: whether it is
        """
        if not self.active or not self._thread.is_alive():
            return not self.inbox
        flush = Flush(patient, timeout)
        self._wake.put(flush)
        flush.over.wait(timeout)
        return flush.stored

    def close(self, timeout: float) -> None:
        """Sends what it can in time, and leaves the rest in the spool."""
        if not self.active:
            return
        stored = self.flush(timeout, patient=self._spool.path is None)
        self.active = False
        self._stopping = True
        self._wake.put(None)
        self._thread.join(1.0)
        if not stored and not (self._lacks_key and self._spool.path):  # Who needs a key was told what happens.
            rest = (
                f"They are kept in {self._spool.path}; the next process that logs there sends them, or python -m taper flush."
                if self._spool.path
                else "They are lost."
            )
            notices.once(f"left-{self.run_id}", f"Not all norms of run {self.run_id} could be sent to Taper at {self.url}. {rest}")

    def abandon(self) -> None:
        """In a forked child: the parent owns the run, so this process must not send."""
        self.active = False
        self.inbox.clear()
        for spool in (self._spool, *self._before):
            spool.abandon()

    # The thread in the background.

    def _open_spool(self) -> "tuple[Path | None, Spool | MemorySpool]":
        try:
            folder = folder_of("spool", self.url)
            return folder, Spool.create(folder, self.run_id)
        except OSError as error:
            notices.once(
                "no-spool", f"Taper cannot write its spool ({error}); set TAPER_HOME. Norms not sent when this process ends are lost."
            )
            return None, MemorySpool()

    def _work(self) -> None:
        try:
            self._append(put_run(self.run_id, self.fields))
            self._adopt()
            while not self._stopping:
                self._wait()
                self._drain()
                self._send_all()
                if self._is_empty():
                    self._settle(True)
        except Exception as error:  # No failure here may reach the training loop.
            self._fail(TaperError(f"Taper stopped logging run {self.run_id}: {type(error).__name__}: {error}"))
        finally:
            self._settle(False)
            for spool in (*self._before, self._spool):
                spool.close()
            self._service.close()

    def _adopt(self) -> None:
        """Adopts the spools of ended processes: those of this run first, in order; those of other runs when idle."""
        if self._folder is None:
            return
        for path in left_behind(self._folder):
            if run_of(path) != self.run_id:
                self._others.append(path)
            elif (spool := Spool.adopt(path)) is not None:
                self._before.append(spool)

    def _wait(self) -> None:
        due = self._interval
        if self._flushes:
            due = min(due, max(0.0, self._next_attempt - time.monotonic()))
        elif self._others and not self._away:
            due = 0.0
        try:
            token = self._wake.get(timeout=due)
        except Empty:
            return
        if token is not None:
            self._flushes.append(token)
            self._next_attempt = self._not_before
            self._end_flushes()

    def _drain(self) -> None:
        """Moves the inbox to the spool."""
        inbox = self.inbox
        for i in range(len(inbox)):
            if i and i % _SLICE == 0:
                time.sleep(0.0002)  # Lets the trainer run.
            self._take(inbox.popleft())
        for request in self._points.take():
            self._append(request)
        if self.dropped:
            notices.once(
                "dropped", f"{self.dropped} points of run {self.run_id} are lost: they were logged faster than they could be written."
            )

    def _take(self, values: Values) -> None:
        step, l1, l2, linf, others = values
        if step == -2:
            self.fields = {**self.fields, **l1}
            for request in self._points.take():
                self._append(request)
            self._append(put_run(self.run_id, self.fields))
            return
        if step < 0:
            self._resumed = True
            self._points.resume(l1)
            return
        if self._first_step is None:
            self._first_step = step
            self._check_overlap()
        for name, value in (("l1", l1), ("l2", l2), ("linf", linf), *(others or {}).items()):
            if value is None:
                continue
            try:
                number = float(value)
            except Exception as error:
                notices.once("no-number", f"The value of {name} at step {step} is not a number ({error}); it is not logged.")
                continue
            if number < 0 and number != float("-inf") and name not in _SIGNED:
                notices.once("negative", f"The value of {name} at step {step} is negative ({number}); it is not logged.")
                continue
            self._points.add(name, step, number)

    def _append(self, request: Request) -> None:
        try:
            self._spool.append(request.line(), durable=self._away)
        except (Full, OSError) as error:
            reason = "it has reached TAPER_SPOOL_BYTES_MAX" if isinstance(error, Full) else error
            notices.once("full", f"Taper cannot write to the spool ({reason}): points are lost.")

    def _is_empty(self) -> bool:
        return not self._before and self._spool.next() is None and not self.inbox

    def _settle(self, stored: bool) -> None:
        flushes, self._flushes = self._flushes, []
        for flush in flushes:
            flush.end(stored)

    def _send_all(self) -> None:
        if time.monotonic() < self._next_attempt:
            return
        drained = time.monotonic()
        while not self._stopping:
            spool = self._before[0] if self._before else self._spool
            line = spool.next()
            if line is None:
                if spool is not self._spool:
                    self._before.popleft().close()
                    continue
                if not self._others or self._flushes:
                    return
                other = Spool.adopt(self._others.popleft())
                if other is not None:
                    self._before.append(other)
                continue
            if not self._send(line):
                return
            spool.done()
            if time.monotonic() - drained > self._interval or not self._wake.empty():
                return

    def _send(self, line: bytes) -> bool:
        """Sends a request. True once it is stored, or refused for good."""
        try:
            request = Request.of_line(line)
        except ValueError:
            return True
        try:
            self._deliver(request)
        except Unavailable as error:
            self._pause(error)
            return False
        except Refused as error:
            self._keep_refused(line)
            self._fail(error, f"Taper refused points of run {self.run_id}; they are kept in {self._refused_path()}: {error}")
        if self._away:
            self._away = False
            notices.again("away")
            notices.logger.info("Taper at %s answers again.", self.url)
        if self._lacks_key:
            self._lacks_key = False
            notices.again("key")
        if isinstance(self.failure, KeyRequired):
            self.failure = None
        self._not_before = 0.0
        self._failures = 0
        return True

    def _deliver(self, request: Request) -> None:
        body = request.body.encode()
        try:
            answer = self._service.request(request.method, request.path, body)
        except Refused as refused:
            if request.method != "POST" or refused.name != "run-not-found":
                raise
            # The run was deleted during training, or the service has another database.
            run_id = request.path.split("/")[3]
            self._service.request("PUT", f"/v1/runs/{run_id}", put_run("", self.fields if run_id == self.run_id else {}).body.encode())
            answer = self._service.request(request.method, request.path, body)
        if request.method == "PUT" and not self._before:
            self._remember_series(answer)

    def _remember_series(self, answer: bytes) -> None:
        try:
            self._series = {series["name"]: series for series in json.loads(answer)["series"]}
        except (ValueError, KeyError, TypeError):
            return
        self._check_overlap()

    def _check_overlap(self) -> None:
        """Warns if a run starts again under the same id without resume_from: old and new points would mix."""
        last = max((series.get("lastStep") or 0 for series in self._series.values() if series.get("points")), default=-1)
        if self._first_step is not None and not self._resumed and last >= self._first_step:
            notices.once(
                f"overlap-{self.run_id}",
                f"Run {self.run_id} already has points up to step {last} and now logs from step {self._first_step}: the new points replace "
                f"the old ones one by one. Call run.resume_from({self._first_step}) to replace them all, or choose another id.",
            )

    def _pause(self, error: Unavailable) -> None:
        """Backs off: the pause doubles each time, less a random part up to half, so that many trainers do not retry at once."""
        limit = min(_BACKOFF_MAX, _BACKOFF_FIRST * 2**self._failures)
        wait = max(random.uniform(limit / 2, limit), error.retry_after or 0.0)
        self._failures = min(self._failures + 1, 16)
        self._not_before = time.monotonic() + error.retry_after if error.retry_after else 0.0
        self._lacks_key = isinstance(error, KeyRequired)
        where = self._folder if self._spool.path else "memory"
        if self._lacks_key:
            self.failure = self.failure or error
            after = "sent as soon as the key is right, also by the next start or python -m taper flush" if self._spool.path else "sent then"
            notices.once("key", f"Taper at {self.url}: {error} Norms are kept in {where} and {after}.")
        elif not self._away:
            notices.once("away", f"{error} Norms are kept in {where} and sent once it answers.")
        self._away = True
        self._end_flushes(lambda flush: self._lacks_key or not (flush.patient or self._not_before))
        self._next_attempt = max(self._not_before, time.monotonic() + (min(wait, _BACKOFF_AWAITED) if self._flushes else wait))

    def _end_flushes(self, is_over: Callable[[Flush], bool] = lambda flush: False) -> None:
        """Ends the flushes that are over, and those that the service wants to wait longer than they may take."""
        for flush in [flush for flush in self._flushes if is_over(flush) or self._not_before > flush.deadline]:
            self._flushes.remove(flush)
            flush.end(False)

    def _refused_path(self) -> "Path | None":
        return self._folder / f"{self.run_id}.refused" if self._folder else None

    def _keep_refused(self, line: bytes) -> None:
        path = self._refused_path()
        if path is not None:
            try:
                with open(path, "ab") as file:
                    file.write(line)
            except OSError:
                pass

    def _fail(self, error: TaperError, message: str = "") -> None:
        self.failure = self.failure or error
        notices.once(f"failure-{self.run_id}", message or str(error))


def flush_spools(url: str, of: "str | None" = None, timeout: float = 10.0) -> "tuple[int, int]":
    """Sends the spools that ended processes left behind.

    :param of: URL of the service that they were logged for. Default: the same
    :return: requests sent, and spools that running processes own
    :raises Unavailable: the service does not answer, or wants another API key
    """
    service, sent, left = Service(url, timeout), 0, 0
    try:
        for path in left_behind(folder_of("spool", of or url)):
            spool = Spool.adopt(path)
            if spool is None:
                left += 1
                continue
            try:
                while (line := spool.next()) is not None:
                    request = Request.of_line(line)
                    try:
                        service.request(request.method, request.path, request.body.encode())
                    except KeyRequired:
                        raise
                    except Refused as error:
                        notices.logger.warning("%s: %s", path.name, error)
                    spool.done()
                    sent += 1
            finally:
                spool.close()
        return sent, left
    finally:
        service.close()


def waiting_spools() -> "list[tuple[str, list[str]]]":
    """What waits in spools: URL of the service, and the ids of the runs, of each service that anything waits for."""
    found = []
    for url in urls_of("spool"):
        runs = sorted({run_of(path) for path in left_behind(folder_of("spool", url)) if holds_unsent(path)})
        if runs:
            found.append((url, runs))
    return found
