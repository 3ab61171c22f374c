"""Flushes queues when their process exits, gets SIGTERM, or forks."""

import atexit
import os
import signal
import threading
import time
import weakref
from types import FrameType
from typing import Any

from .norm_queue import NormQueue

#: Most seconds by which Taper may delay the exit while the service is slow. If it is down, there is no delay.
EXIT_SECONDS = 10.0

#: The same after SIGTERM: SIGKILL often follows 30 seconds later, and the trainer may first have to write a checkpoint.
SIGTERM_SECONDS = 3.0

_queues: "weakref.WeakSet[NormQueue]" = weakref.WeakSet()
_is_set_up = False


def watch(queue: NormQueue) -> None:
    """Flushes a queue when the process ends."""
    global _is_set_up
    _queues.add(queue)
    if _is_set_up:
        return
    _is_set_up = True
    atexit.register(_close_all)
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=_abandon_all)
    if threading.current_thread() is threading.main_thread():
        _chain_sigterm()


def _close_all(seconds: float = EXIT_SECONDS) -> None:
    end = time.monotonic() + seconds
    for queue in list(_queues):
        queue.close(max(0.0, end - time.monotonic()))


def _abandon_all() -> None:
    for queue in list(_queues):
        queue.abandon()
    _queues.clear()


def _chain_sigterm() -> None:
    earlier: Any = signal.getsignal(signal.SIGTERM)
    if earlier is None or earlier is signal.SIG_IGN:  # Its handler is not Python's, or the process ignores it.
        return
    process = os.getpid()

    def on_sigterm(number: int, frame: FrameType | None) -> None:
        if os.getpid() == process:
            # Close nothing: the process may go on, to write a checkpoint.
            end = time.monotonic() + SIGTERM_SECONDS
            for queue in list(_queues):
                queue.flush(max(0.0, end - time.monotonic()), patient=False)
        if callable(earlier):
            earlier(number, frame)
        else:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            os.kill(os.getpid(), signal.SIGTERM)

    signal.signal(signal.SIGTERM, on_sigterm)
