"""From points, in the order in which they were logged, to requests."""

import json
import math
import time
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import quote

#: Points of one request. Few enough to be made quickly; the service takes any number.
POINTS_MAX = 4096

#: Numbers that are written in one go. The interpreter lets no other thread run meanwhile: 0.1 ms.
_SLICE = 256


class Request(NamedTuple):
    """A request as it lies in the spool, one line of JSON."""

    method: str
    path: str
    body: str

    def line(self) -> bytes:
        return f'{{"method":"{self.method}","path":{json.dumps(self.path)},"body":{self.body}}}\n'.encode()

    @classmethod
    def of_line(cls, line: bytes) -> "Request":
        """:raises ValueError: the line is not one of :meth:`line`, e.g. since a process was ended while it wrote"""
        text = line.decode()
        method = json.loads(text[len('{"method":') : text.index(",")])
        start = text.index('"path":') + len('"path":')
        path, end = json.JSONDecoder().raw_decode(text, start)
        if not text.endswith("}\n") or not text.startswith(',"body":', end):
            raise ValueError("not a line of a spool")
        return cls(method, path, text[end + len(',"body":') : -2])


def put_run(run_id: str, fields: dict[str, Any]) -> Request:
    """Creates a run, or sets fields of it: safe to repeat."""
    return Request("PUT", f"/v1/runs/{quote(run_id, safe='')}", json.dumps(fields))


class Points:
    """Gathers points of a run, and gives them as requests: within one, steps increase, as the service asks."""

    def __init__(self, run_id: str) -> None:
        self._path = f"/v1/runs/{quote(run_id, safe='')}/gradient-norms"
        self._open: dict[str, tuple[list[int], list[float], int | None]] = {}
        self._resume: dict[str, int] = {}
        self._closed: list[tuple[str, list[int], list[float], int | None]] = []

    def add(self, norm: str, step: int, value: float) -> None:
        current = self._open.get(norm)
        if current is not None and (step <= current[0][-1] or len(current[0]) >= POINTS_MAX):
            self._close(norm)
            current = None
        if current is None:
            resume = self._resume.pop(norm, None)
            # A resumption takes effect with a first point at or after it.
            current = self._open[norm] = ([], [], resume if resume is not None and step >= resume else None)
        current[0].append(step)
        current[1].append(value)

    def resume(self, step: int) -> None:
        """What follows was logged after training had gone back to a checkpoint at a step."""
        for norm in list(self._open):
            self._close(norm)
        self._resume = {norm: step for norm in ("l1", "l2", "linf")}

    def take(self) -> Iterator[Request]:
        """All that was added, in order."""
        for norm in list(self._open):
            self._close(norm)
        closed, self._closed = self._closed, []
        for norm, steps, values, resume in closed:
            query = f"?norm={norm}" + ("" if resume is None else f"&resumeFrom={resume}")
            yield Request("POST", self._path + query, f'{{{_steps(steps)},"values":[{_numbers(values)}]}}')

    def _close(self, norm: str) -> None:
        steps, values, resume = self._open.pop(norm)
        self._closed.append((norm, steps, values, resume))


def _steps(steps: list[int]) -> str:
    first, last, n = steps[0], steps[-1], len(steps)
    stride = steps[1] - first if n > 1 else 1
    even = last - first == stride * (n - 1) and all(step == first + stride * i for i, step in enumerate(steps))
    return f'"startStep":{first},"stride":{stride}' if even else f'"steps":[{_numbers(steps)}]'


def _numbers(values: list[Any]) -> str:
    pieces = []
    for i in range(0, len(values), _SLICE):
        if i:
            time.sleep(0.0002)  # Lets the trainer run.
        pieces.append(",".join([_number(value) for value in values[i : i + _SLICE]]))
    return ",".join(pieces)


def _number(value: Any) -> str:
    """As the wire has it: JSON lacks three numbers, which go as words."""
    if type(value) is int:
        return str(value)
    if math.isfinite(value):
        return repr(value)
    return '"NaN"' if math.isnan(value) else '"Infinity"' if value > 0 else '"-Infinity"'
