"""Requests on disk, in order, each until the service has said that it is stored.

A spool is two files: ``<time>-<process>-<run>.jsonl`` has a request a line, ``….sent`` how many bytes of it are done. The first is
locked by its process, so that what a process left behind when it ended is found and sent by the next, and by one only.
"""

import os
import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: a spool is sent by the process that made it, or by `python -m taper flush`.
    fcntl = None  # type: ignore[assignment]

#: A spool that has been sent, and is larger, is emptied.
_KEPT_BYTES = 1 << 20

#: Bytes on disk, above which new requests are refused: 1 GiB is some 50 million points.
BYTES_MAX = int(os.environ.get("TAPER_SPOOL_BYTES_MAX", 1 << 30))

_BINARY = getattr(os, "O_BINARY", 0)
_own: "set[Path]" = set()


class Full(Exception):
    """There is no room for more."""


class Spool:
    """A spool of this process. Used by one thread."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self.path = path
        self._write = descriptor
        self._read = open(path, "rb")
        self._sent = os.open(path.with_suffix(".sent"), os.O_RDWR | os.O_CREAT | _BINARY, 0o600)
        self._end = os.fstat(descriptor).st_size
        self._done = min(int(os.read(self._sent, 20) or 0), self._end)
        self._next: bytes | None = None
        _own.add(path)

    @classmethod
    def create(cls, folder: Path, run_id: str) -> "Spool":
        """:raises OSError: the folder cannot be written"""
        while True:
            path = folder / f"{time.time_ns():020d}-{os.getpid()}-{run_id}.jsonl"
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_EXCL | _BINARY, 0o600)
            if fcntl is None:
                return cls(path, descriptor)
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            # Before it was locked, another process may have found it, empty, and have tidied it away.
            if path.exists():
                return cls(path, descriptor)
            os.close(descriptor)

    @classmethod
    def adopt(cls, path: Path) -> "Spool | None":
        """Takes over what another process left behind; None where it still runs, or another was quicker."""
        if fcntl is None or path in _own:
            return None
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_APPEND | _BINARY)
        except OSError:
            return None
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # Its name may be gone, or another file's, since it was opened.
            if os.fstat(descriptor).st_ino == os.stat(path).st_ino:
                return cls(path, descriptor)
        except OSError:
            pass
        os.close(descriptor)
        return None

    def append(self, line: bytes, durable: bool) -> None:
        """Writes a request. From here on it survives the end of the process, and if `durable` that of the machine.

        :raises Full: there is no room
        :raises OSError: the disk refuses
        """
        if self._end - self._done + len(line) > BYTES_MAX:
            raise Full
        if os.write(self._write, line) < len(line):
            os.ftruncate(self._write, self._end)
            raise OSError("the disk took a part of a request")
        if durable:
            os.fsync(self._write)
        self._end += len(line)

    def next(self) -> bytes | None:
        """The first request that is not done."""
        while self._next is None and self._done < self._end:
            self._read.seek(self._done)
            line = self._read.readline()
            if not line.endswith(b"\n"):  # A process was ended while it wrote.
                self._done = self._end
                break
            self._next = line
        return self._next

    def done(self) -> None:
        """The first request is stored, or refused for good."""
        self._done += len(self._next or b"")
        self._next = None
        if self._done == self._end and self._end > _KEPT_BYTES:
            os.ftruncate(self._write, 0)
            self._done = self._end = 0
        os.lseek(self._sent, 0, os.SEEK_SET)
        os.write(self._sent, b"%020d" % self._done)

    def close(self) -> None:
        """Lets go of it; an empty one goes away, another waits for the next process."""
        if self.next() is None:
            for path in (self.path, self.path.with_suffix(".sent")):
                path.unlink(missing_ok=True)
        self.abandon()

    def abandon(self) -> None:
        """Closes the files and leaves them as they are: what a forked child does, whose parent goes on."""
        _own.discard(self.path)
        self._read.close()
        os.close(self._write)
        os.close(self._sent)


class MemorySpool:
    """Where no folder can be written: the same promises, for as long as the process lives."""

    path = None

    def __init__(self, bytes_max: int = 64 << 20) -> None:
        self._lines: deque[bytes] = deque()
        self._bytes = 0
        self._bytes_max = bytes_max

    def append(self, line: bytes, durable: bool) -> None:
        if self._bytes + len(line) > self._bytes_max:
            raise Full
        self._lines.append(line)
        self._bytes += len(line)

    def next(self) -> bytes | None:
        return self._lines[0] if self._lines else None

    def done(self) -> None:
        self._bytes -= len(self._lines.popleft())

    def close(self) -> None:
        pass

    def abandon(self) -> None:
        self._lines.clear()


def left_behind(folder: Path) -> Iterator[Path]:
    """Spools of a folder, oldest first; some may have a process still."""
    return iter(sorted(folder.glob("*.jsonl")))


def run_of(path: Path) -> str:
    """The run whose requests a spool holds."""
    return path.stem.split("-", 2)[2]
