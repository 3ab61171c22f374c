"""The command line of Taper as a process that answers one call after another, kept for the next."""

import contextlib
import json
import math
import os
import struct
import subprocess
import sys
import tempfile
import threading
from array import array
from typing import Any

from .command import command_line
from .errors import Refused, TaperError
from .version import __version__

#: Most bytes of JSON in an answer: more is no answer.
_JSON_BYTES_MAX = 2**26


class _Ended(TaperError):
    """The process ended before it answered."""


class Pipe:
    """Starts the process at the first call. Threads wait for each other; a fork starts a process of its own; whatever ends a call early, as
    Ctrl-C does, ends the process, so that no answer meets another call. The process ends with this one, however that ends.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._errors: Any = None
        self._calls = 0

    def call(self, name: str, given: "dict[str, Any]") -> Any:
        """The answer to a call. ``array("d")`` and what else has a buffer of float64 travel bit for bit.

        :raises Refused: what was given is wrong
        :raises NotInstalled: the command line or Node is missing
        :raises TaperError: the process failed
        """
        with self._lock:
            self._calls += 1
            frame = _frame({"id": self._calls, "call": name, "with": given})
            kept = self._process is not None
            try:
                try:
                    answer = self._exchange(frame)
                except (BrokenPipeError, _Ended):
                    # Where the kept process was killed since the last call, a fresh one answers.
                    self._end()
                    if not kept:
                        raise
                    answer = self._exchange(frame)
            except OSError as error:
                self._end()
                raise TaperError(f"The command line of Taper failed ({error}).") from error
            except BaseException:
                self._end()
                raise
        if "problem" in answer:
            raise Refused(int(answer["problem"].get("status", 500)), answer["problem"])
        return answer["answer"]

    def close(self) -> None:
        """Ends the process. The next call starts another."""
        with self._lock:
            self._end()

    def abandon(self) -> None:
        """In a forked child: leaves the process to the parent."""
        process, self._process = self._process, None
        self._lock = threading.Lock()
        if process is not None:
            for stream in (process.stdin, process.stdout, self._errors):
                with contextlib.suppress(OSError):
                    stream.close()
            process.returncode = 0  # It is not this process's to wait for.

    def _exchange(self, frame: "list[Any]") -> "dict[str, Any]":
        process = self._running()
        for piece in frame:
            rest = memoryview(piece).cast("B")
            while rest:
                rest = rest[process.stdin.write(rest) :]
        answer = self._read(process)
        if answer.get("id") != self._calls:
            raise TaperError(f"The command line of Taper failed: {(answer.get('problem') or {}).get('detail', 'it answered another call.')}")
        return answer

    def _running(self) -> Any:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._end()
        self._errors = tempfile.TemporaryFile()
        # A session of its own: Ctrl-C on the terminal is for this process, which decides what it means.
        apart: dict[str, Any] = {"creationflags": 0x200} if sys.platform == "win32" else {"start_new_session": True}
        self._process = subprocess.Popen(
            [*command_line(), "pipe", f"--parent={os.getpid()}"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors, bufsize=0, **apart
        )
        version = self._read(self._process).get("taper")
        if version != __version__:
            raise TaperError(f"The command line of Taper is version {version}, and this package {__version__}. Install the same of both.")
        return self._process

    def _read(self, process: Any) -> "dict[str, Any]":
        (size,) = struct.unpack("<I", self._take(process, 4))
        if size > _JSON_BYTES_MAX:
            raise TaperError("The command line of Taper answered what is no frame.")
        envelope = json.loads(self._take(process, size))
        vectors = []
        for length in envelope["lengths"]:
            vector = array("d")
            vector.frombytes(self._take(process, 8 * length))
            if sys.byteorder == "big":
                vector.byteswap()
            vectors.append(vector)
        value: dict[str, Any] = _with_vectors(envelope["value"], vectors)
        return value

    def _take(self, process: Any, count: int) -> bytearray:
        taken = bytearray(count)
        rest = memoryview(taken)
        while rest:
            read = process.stdout.readinto(rest)
            if not read:
                raise _Ended(f"The command line of Taper ended. {self._said()}".rstrip())
            rest = rest[read:]
        return taken

    def _said(self) -> str:
        try:
            self._errors.seek(0)
            return str(self._errors.read()[-2000:].decode(errors="replace")).strip()
        except OSError:
            return ""

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for stream in (process.stdin, process.stdout, self._errors):
            with contextlib.suppress(OSError):
                stream.close()
        process.wait()


def vector_of(values: Any) -> Any:
    """Numbers as a buffer of float64: of a list, an array, a tensor or a column. None is NaN.

    :raises TypeError: they are not numbers in one dimension
    """
    if hasattr(values, "detach"):
        values = values.detach().double().cpu().tolist()
    with contextlib.suppress(TypeError, BufferError):
        view = memoryview(values)
        if view.ndim == 1 and view.format == "d" and view.contiguous and sys.byteorder == "little":
            return view
    if hasattr(values, "to_list"):
        values = values.to_list()
    elif hasattr(values, "tolist"):
        values = values.tolist()
    try:
        return array("d", [math.nan if value is None else value for value in values])
    except TypeError as error:
        raise TypeError(f"Numbers are wanted, one for each step: {error}.") from error


def _frame(value: Any) -> "list[Any]":
    vectors: list[Any] = []
    text = json.dumps(_without_vectors(value, vectors), allow_nan=False)
    body = f'{{"lengths":{json.dumps([len(vector) for vector in vectors])},"value":{text}}}'.encode()
    if sys.byteorder == "big":
        vectors = [_swapped(vector) for vector in vectors]
    return [struct.pack("<I", len(body)) + body, *(vector for vector in vectors if len(vector) > 0)]


def _without_vectors(value: Any, vectors: "list[Any]") -> Any:
    if isinstance(value, (array, memoryview)):
        vectors.append(value)
        return {"$numbers": len(vectors) - 1}
    if isinstance(value, dict):
        return {str(key): _without_vectors(part, vectors) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_without_vectors(part, vectors) for part in value]
    if hasattr(value, "item") and not isinstance(value, (str, bytes)):  # A number of NumPy or of a tensor.
        value = value.item()
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value


def _with_vectors(value: Any, vectors: "list[array[float]]") -> Any:
    if isinstance(value, dict):
        if value.keys() == {"$numbers"}:
            return vectors[value["$numbers"]]
        return {key: _with_vectors(part, vectors) for key, part in value.items()}
    if isinstance(value, list):
        return [_with_vectors(part, vectors) for part in value]
    return value


def _swapped(vector: Any) -> "array[float]":
    swapped = array("d", vector)
    swapped.byteswap()
    return swapped


#: The process that all calls share.
pipe = Pipe()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=pipe.abandon)
