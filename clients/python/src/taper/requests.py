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


class _Rows:
    """Values of several series on one axis of steps, which increase."""

    def __init__(self) -> None:
        self.resume: int | None = None
        self.steps: list[int] = []
        self.columns: dict[str, list[float | None]] = {}
        self._row_of: dict[int, int] = {}

    def put(self, name: str, step: int, value: float) -> bool:
        """False: the value has no place here, for its step has one already, or would not be the largest."""
        steps = self.steps
        row = self._row_of.get(step)
        if row is None:
            if steps and step < steps[-1]:
                return False
            row = self._row_of[step] = len(steps)
            steps.append(step)
        column = self.columns.setdefault(name, [])
        if row < len(column):
            if column[row] is not None:
                return False
            column[row] = value
            return True
        if row > len(column):
            column.extend([None] * (row - len(column)))
        column.append(value)
        return True


class Points:
    """Collects points of a run and turns them into requests, each with all series. Within a request steps increase, as the service requires."""

    def __init__(self, run_id: str) -> None:
        self._path = f"/v1/runs/{quote(run_id, safe='')}/series"
        self._open = _Rows()
        self._resume: int | None = None
        self._closed: list[_Rows] = []

    def add(self, name: str, step: int, value: float) -> None:
        # The first point at or after the checkpoint carries the resumption.
        if self._resume is not None and step >= self._resume:
            self._close()
            self._open.resume, self._resume = self._resume, None
        if len(self._open.steps) >= POINTS_MAX and step > self._open.steps[-1]:
            self._close()
        if not self._open.put(name, step, value):
            self._close()
            self._open.put(name, step, value)

    def resume(self, step: int) -> None:
        """Says that training resumed at ``step``: the points that follow replace those from there on, in every series."""
        self._close()
        self._resume = step

    def take(self) -> Iterator[Request]:
        """Requests for all points added since the last call, in order."""
        self._close()
        closed, self._closed = self._closed, []
        for rows in closed:
            query = "" if rows.resume is None else f"?resumeFrom={rows.resume}"
            series = ",".join([f'"{name}":[{_numbers(_filled(rows, name))}]' for name in rows.columns])
            yield Request("POST", self._path + query, f'{{{_steps(rows.steps)},"series":{{{series}}}}}')

    def _close(self) -> None:
        if self._open.steps:
            self._closed.append(self._open)
        self._open = _Rows()


def _filled(rows: _Rows, name: str) -> "list[float | None]":
    column = rows.columns[name]
    return column + [None] * (len(rows.steps) - len(column))


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
    """A number as JSON; null for none. NaN and the infinities, which JSON lacks, become strings."""
    if value is None:
        return "null"
    if type(value) is int:
        return str(value)
    if math.isfinite(value):
        return repr(value)
    return '"NaN"' if math.isnan(value) else '"Infinity"' if value > 0 else '"-Infinity"'
