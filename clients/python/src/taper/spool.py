"""Requests on disk, in order, each kept until the service has confirmed that it is stored.

A spool is two files: ``<time>-<process>-<run>.jsonl`` has one request per line, ``….sent`` the number of bytes that are done. Its process
locks the first file. Once that process has ended, the lock is free, and exactly one other process adopts the spool and sends it.
"""

import os
import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: only the process that made a spool sends it.
    fcntl = None  # type: ignore[assignment]

#: A larger spool is emptied once all of it is sent.
_KEPT_BYTES = 1 << 20

#: Most unsent bytes on disk; 1 GiB is some 50 million points.
BYTES_MAX = int(os.environ.get("TAPER_SPOOL_BYTES_MAX", 1 << 30))

_BINARY = getattr(os, "O_BINARY", 0)
_own: "set[Path]" = set()


class Full(Exception):
    """The spool is full."""


class Spool:
    """A spool that this process owns. For one thread."""

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
        """Starts an empty spool.

        :raises OSError: the folder is not writable
        """
        while True:
            path = folder / f"{time.time_ns():020d}-{os.getpid()}-{run_id}.jsonl"
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_EXCL | _BINARY, 0o600)
            if fcntl is None:
                return cls(path, descriptor)
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            # Another process may have removed the empty file before it was locked.
            if path.exists():
                return cls(path, descriptor)
            os.close(descriptor)

    @classmethod
    def adopt(cls, path: Path) -> "Spool | None":
        """Takes over the spool of an ended process. None if its owner still runs, or another process took it first."""
        if fcntl is None or path in _own:
            return None
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_APPEND | _BINARY)
        except OSError:
            return None
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # Since it was opened, the file may have been removed or replaced.
            if os.fstat(descriptor).st_ino == os.stat(path).st_ino:
                return cls(path, descriptor)
        except OSError:
            pass
        os.close(descriptor)
        return None

    def append(self, line: bytes, durable: bool) -> None:
        """Writes a request. It then survives the process, and if ``durable`` the machine.

        :raises Full: the spool is full
        :raises OSError: the disk refuses
        """
        if self._end - self._done + len(line) > BYTES_MAX:
            raise Full
        if os.write(self._write, line) < len(line):
            os.ftruncate(self._write, self._end)
            raise OSError("the disk is full: only part of a request was written")
        if durable:
            os.fsync(self._write)
        self._end += len(line)

    def next(self) -> bytes | None:
        """The first request that is not done."""
        while self._next is None and self._done < self._end:
            self._read.seek(self._done)
            line = self._read.readline()
            if not line.endswith(b"\n"):  # A process ended while it wrote this line.
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
        """Closes the spool. An empty one is deleted; another waits for the next process."""
        if self.next() is None:
            for path in (self.path, self.path.with_suffix(".sent")):
                path.unlink(missing_ok=True)
        self.abandon()

    def abandon(self) -> None:
        """Closes the files and leaves them as they are. For a forked child, whose parent owns the spool."""
        _own.discard(self.path)
        self._read.close()
        os.close(self._write)
        os.close(self._sent)


class MemorySpool:
    """A spool in memory, for when no folder is writable. It lasts as long as the process."""

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
    """Spools in a folder, oldest first; running processes may own some of them."""
    return iter(sorted(folder.glob("*.jsonl")))


def run_of(path: Path) -> str:
    """The id of the run whose requests a spool holds."""
    return path.stem.split("-", 2)[2]


def holds_unsent(path: Path) -> bool:
    """Whether anything in a spool is not sent yet, whoever owns it."""
    try:
        done = int(path.with_suffix(".sent").read_bytes()[:20] or 0)
    except (OSError, ValueError):
        done = 0
    try:
        return path.stat().st_size > done
    except OSError:
        return False
