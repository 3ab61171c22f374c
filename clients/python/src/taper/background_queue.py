"""From the training thread to the service, by a thread in the background.

::

    log() → inbox (memory, bounded) → spool (disk) → service, and only then dropped from the spool

The training thread appends to the inbox and does nothing else: no lock, no file, no socket, no conversion of a number that still is
on a device. The thread behind it writes every second what has come to the spool, and sends from there. So there is one way, whether
the service is there or away, and what a process leaves behind is sent by the next one.
"""

import json
import random
import threading
import time
from collections import deque
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from . import notices
from .errors import Refused, TaperError, Unavailable
from .home import folder_of
from .requests import Points, Request, put_run
from .service import Service
from .spool import Full, MemorySpool, Spool, left_behind, run_of

#: What waits in memory at most: seconds of the fastest trainer, while a request takes its time.
INBOX_MAX = 250_000

#: When so many wait, the thread in the background is called before its time.
_INBOX_AWAKE = INBOX_MAX // 4

_BACKOFF_FIRST, _BACKOFF_MAX = 0.5, 30.0

#: How long one that waits for a flush lets the next attempt wait.
_BACKOFF_AWAITED = 0.25

#: Points that are taken in one go; the interpreter lets no other thread run meanwhile: 0.2 ms.
_SLICE = 256

Norms = tuple[int, Any, Any, Any]


class Flush:
    """Somebody waits until all is stored.

    :param patient: goes on waiting where the service is away, as long as it may
    """

    def __init__(self, patient: bool) -> None:
        self.patient = patient
        self.over = threading.Event()
        self.stored = False

    def end(self, stored: bool) -> None:
        self.stored = stored
        self.over.set()


class BackgroundQueue:
    """What one run logs, on its way.

    :param fields: what is known of the run; it is created with them, and again where it was deleted
    :param interval: seconds from one writing and sending to the next
    """

    def __init__(self, url: str, run_id: str, fields: dict[str, Any], interval: float = 1.0, timeout: float = 10.0) -> None:
        self.url, self.run_id, self.fields = url, run_id, fields
        #: (step, l1, l2, linf), or (−1, step, None, None) for a resumption.
        self.inbox: deque[Norms] = deque()
        self.dropped = 0
        self.failure: TaperError | None = None
        self.active = True
        self._interval = interval
        self._service = Service(url, timeout)
        self._points = Points(run_id)
        # A SimpleQueue may be put to by a signal handler, whatever the interrupted thread was at.
        self._wake: SimpleQueue[Flush | None] = SimpleQueue()
        self._flushes: list[Flush] = []
        self._stopping = False
        self._away = False
        self._failures = 0
        self._next_attempt = 0.0
        self._first_step: int | None = None
        self._resumed = False
        self._series: dict[str, Any] = {}
        self._folder, self._spool = self._open_spool()
        self._before: deque[Spool] = deque()
        self._others: deque[Path] = deque()
        self._thread = threading.Thread(target=self._work, name=f"taper {run_id}", daemon=True)
        self._thread.start()

    # The training thread.

    def put(self, norms: Norms) -> None:
        """Takes in the norms of a step: (step, l1, l2, linf)."""
        inbox = self.inbox
        inbox.append(norms)
        waiting = len(inbox)
        if waiting >= _INBOX_AWAKE:
            if waiting == _INBOX_AWAKE:
                self._wake.put(None)
            elif waiting > INBOX_MAX:
                inbox.pop()
                self.dropped += 1

    def resume(self, step: int) -> None:
        self.inbox.append((-1, step, None, None))

    def flush(self, timeout: float, patient: bool = True) -> bool:
        """Waits until all that was logged is stored.

        :return: whether it is
        """
        if not self.active or not self._thread.is_alive():
            return not self.inbox
        flush = Flush(patient)
        self._wake.put(flush)
        flush.over.wait(timeout)
        return flush.stored

    def close(self, timeout: float) -> None:
        """Sends what can be sent in time, and leaves the rest on disk."""
        if not self.active:
            return
        stored = self.flush(timeout, patient=self._spool.path is None)
        self.active = False
        self._stopping = True
        self._wake.put(None)
        self._thread.join(1.0)
        if not stored:
            where = f"lies in {self._spool.path}" if self._spool.path else "is lost"
            notices.once(
                f"left-{self.run_id}",
                f"Not all that run {self.run_id} logged could be sent to Taper at {self.url}. The rest {where}"
                + ("; the next process that logs there sends it, or python -m taper flush." if self._spool.path else "."),
            )

    def abandon(self) -> None:
        """In a forked child: the parent has the run, this process must not post."""
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
                "no-spool", f"Taper cannot write its files ({error}); set TAPER_HOME. What is not sent when this process ends is lost."
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
        except Exception as error:  # Nothing of this may reach the training loop.
            self._fail(TaperError(f"Taper stopped logging run {self.run_id}: {type(error).__name__}: {error}"))
        finally:
            self._settle(False)
            for spool in (*self._before, self._spool):
                spool.close()
            self._service.close()

    def _adopt(self) -> None:
        """What earlier processes left behind: first that of this run, in order; that of other runs when nothing else is to do."""
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
            self._next_attempt = 0.0

    def _drain(self) -> None:
        """Takes what came to the inbox to the spool."""
        inbox = self.inbox
        for i in range(len(inbox)):
            if i and i % _SLICE == 0:
                time.sleep(0.0002)  # Lets the trainer run.
            self._take(inbox.popleft())
        for request in self._points.take():
            self._append(request)
        if self.dropped:
            notices.once(
                "dropped", f"{self.dropped} points of run {self.run_id} were logged faster than they could be written, and dropped."
            )

    def _take(self, point: Norms) -> None:
        step, l1, l2, linf = point
        if step < 0:
            self._resumed = True
            self._points.resume(l1)
            return
        if self._first_step is None:
            self._first_step = step
            self._check_overlap()
        for norm, value in (("l1", l1), ("l2", l2), ("linf", linf)):
            if value is None:
                continue
            try:
                number = float(value)
            except Exception as error:
                notices.once("no-number", f"The norm {norm} at step {step} is no number ({error}), and is not logged.")
                continue
            if number < 0 and number != float("-inf"):
                notices.once("negative", f"The norm {norm} at step {step} is negative ({number}), and is not logged.")
                continue
            self._points.add(norm, step, number)

    def _append(self, request: Request) -> None:
        try:
            self._spool.append(request.line(), durable=self._away)
        except (Full, OSError) as error:
            reason = "more than TAPER_SPOOL_BYTES_MAX waits there" if isinstance(error, Full) else error
            notices.once("full", f"Taper cannot keep what waits to be sent ({reason}): points are lost.")

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
        """Whether a request is done with: stored, or refused for good."""
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
            self._fail(error, f"Taper refused what run {self.run_id} logged, which is kept in {self._refused_path()}: {error}")
        if self._away:
            self._away = False
            notices.again("away")
            notices.logger.info("Taper at %s answers again.", self.url)
        self._failures = 0
        return True

    def _deliver(self, request: Request) -> None:
        body = request.body.encode()
        try:
            answer = self._service.request(request.method, request.path, body)
        except Refused as refused:
            if request.method != "POST" or refused.name != "run-not-found":
                raise
            # The run was deleted in mid-training, or the service has another database.
            run_id = request.path.split("/")[3]
            self._service.request("PUT", f"/v1/runs/{run_id}", put_run("", self.fields if run_id == self.run_id else {}).body.encode())
            answer = self._service.request(request.method, request.path, body)
        if request.method == "PUT" and not self._before:
            self._remember_series(answer)

    def _remember_series(self, answer: bytes) -> None:
        try:
            self._series = {series["norm"]: series for series in json.loads(answer)["series"]}
        except (ValueError, KeyError, TypeError):
            return
        self._check_overlap()

    def _check_overlap(self) -> None:
        """A run that begins again under the same name mixes with what it logged before, unless it says that it does."""
        last = max((series.get("lastStep") or 0 for series in self._series.values() if series.get("points")), default=-1)
        if self._first_step is not None and not self._resumed and last >= self._first_step:
            notices.once(
                f"overlap-{self.run_id}",
                f"Run {self.run_id} has points up to step {last} already, and logs now from step {self._first_step} on: they are replaced "
                f"one by one. Call run.resume_from({self._first_step}) where this training takes their place, or choose another id.",
            )

    def _pause(self, error: Unavailable) -> None:
        """Backs off: twice as long each time, and by chance up to half of it shorter, so that many trainers do not come at once."""
        limit = min(_BACKOFF_MAX, _BACKOFF_FIRST * 2**self._failures)
        wait = max(random.uniform(limit / 2, limit), error.retry_after or 0.0)
        self._failures = min(self._failures + 1, 16)
        if not self._away:
            self._away = True
            kept = f"What is logged is kept in {self._folder}" if self._spool.path else "What is logged is kept in memory"
            notices.once("away", f"{error} {kept}, and sent when it does.")
        for flush in [flush for flush in self._flushes if not flush.patient]:
            self._flushes.remove(flush)
            flush.end(False)
        self._next_attempt = time.monotonic() + (min(wait, _BACKOFF_AWAITED) if self._flushes else wait)

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


def replay(url: str, timeout: float = 10.0) -> "tuple[int, int]":
    """Sends what processes that are gone left behind.

    :return: how many requests were sent, and how many are left
    :raises Unavailable: the service is away
    """
    service, sent, left = Service(url, timeout), 0, 0
    for path in left_behind(folder_of("spool", url)):
        spool = Spool.adopt(path)
        if spool is None:
            left += 1
            continue
        try:
            while (line := spool.next()) is not None:
                request = Request.of_line(line)
                try:
                    service.request(request.method, request.path, request.body.encode())
                except Refused as error:
                    notices.logger.warning("%s: %s", path.name, error)
                spool.done()
                sent += 1
        finally:
            spool.close()
    return sent, left
