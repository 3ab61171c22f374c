"""Turns logged points into requests, in order."""

import json
import math
import time
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import quote

#: Most points in a request, so that it is quick to build. The service accepts any number.
POINTS_MAX = 4096

#: Numbers written in one go. No other thread runs meanwhile, for about 0.1 ms.
_SLICE = 256


class Request(NamedTuple):
    """A request as the spool keeps it: one line of JSON."""

    method: str
    path: str
    body: str

    def line(self) -> bytes:
        return f'{{"method":"{self.method}","path":{json.dumps(self.path)},"body":{self.body}}}\n'.encode()

    @classmethod
    def of_line(cls, line: bytes) -> "Request":
        """:raises ValueError: :meth:`line` did not write this line, or a process ended while writing it"""
        text = line.decode()
        method = json.loads(text[len('{"method":') : text.index(",")])
        start = text.index('"path":') + len('"path":')
        path, end = json.JSONDecoder().raw_decode(text, start)
        if not text.endswith("}\n") or not text.startswith(',"body":', end):
            raise ValueError("not a line of a spool")
        return cls(method, path, text[end + len(',"body":') : -2])


def put_run(run_id: str, fields: dict[str, Any]) -> Request:
    """The request that creates a run or sets its fields. Safe to repeat."""
    return Request("PUT", f"/v1/runs/{quote(run_id, safe='')}", json.dumps(fields))


class Points:
    """Collects points of a run and turns them into requests. Within a request steps increase, as the service requires."""

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
            # The first point at or after the checkpoint carries the resumption.
            current = self._open[norm] = ([], [], resume if resume is not None and step >= resume else None)
        current[0].append(step)
        current[1].append(value)

    def resume(self, step: int) -> None:
        """Says that training resumed at ``step``: the points that follow replace those from there on."""
        for norm in list(self._open):
            self._close(norm)
        self._resume = {norm: step for norm in ("l1", "l2", "linf")}

    def take(self) -> Iterator[Request]:
        """Requests for all points added since the last call, in order."""
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
    """A number as JSON. NaN and the infinities, which JSON lacks, become strings."""
    if type(value) is int:
        return str(value)
    if math.isfinite(value):
        return repr(value)
    return '"NaN"' if math.isnan(value) else '"Infinity"' if value > 0 else '"-Infinity"'
