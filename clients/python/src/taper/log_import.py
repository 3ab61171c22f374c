"""Logs as they lie on the disk, stored with all their series."""

import os
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from .errors import Refused
from .service import Service, service_url

_PIECE = 2**20


def import_log(
    path: "str | os.PathLike[str]",
    *,
    run: "str | None" = None,
    series: "dict[str, str] | None" = None,
    step: "str | None" = None,
    dry_run: bool = False,
    url: "str | None" = None,
    api_key: "str | None" = None,
) -> dict[str, Any]:
    """Sends a log to the service, which stores every series of every run in it, or nothing. The same log again stores nothing.

    :param path: a file in any format that Taper reads, or a folder of event files, ``trainer_state.json`` or metrics
    :param run: the id of the run that all goes to. Default: as the log calls its runs
    :param series: the column of a series, as ``{"l2": "gnorm"}``; an empty one leaves the series out. Default: found by name
    :param step: the column of the steps. Default: found by name
    :param dry_run: tells what would be stored, and stores nothing
    :returns: ``format`` and ``runs``, each with ``runId``, ``series``, ``ignored``, ``facts`` and ``warnings``: what was read from where
    :raises Refused: it is not certain what the columns are, or the file cannot be read
    :raises Unavailable: the service does not answer
    """
    source = Path(path)
    options = [("map", f"{name}={column}") for name, column in (series or {}).items()]
    options += [(name, text) for name, text in (("runId", run), ("step", step)) if text is not None]
    if dry_run:
        options.append(("dryRun", "true"))
    body: _Files
    if source.is_dir():
        body = _Files(_files_in(source), f"taper-{uuid.uuid4()}")
    else:
        with source.open("rb"):
            pass  # So that a file that is not there is said before anything is sent.
        options.append(("filename", source.name))
        body = _Files([(source.name, source)], None)
    service = Service(service_url(url), timeout=600, api_key=api_key)
    try:
        answer = service.json("POST", f"/v1/imports?{urlencode(options)}", body, body.content_type)
        while "progress" in answer:
            if answer["status"] == "done":
                return dict(answer["result"])
            if answer["status"] in ("failed", "cancelled"):
                problem = answer.get("problem") or {"title": f"The import was {answer['status']}.", "status": 409}
                raise Refused(int(problem.get("status", 409)), problem)
            time.sleep(0.5)
            answer = service.json("GET", f"/v1/operations/{quote(str(answer['id']))}")
        return answer
    finally:
        service.close()


def _files_in(folder: Path) -> list[tuple[str, Path]]:
    """The files that may be logs; which of them are, the service knows."""
    found = [one for one in sorted(folder.rglob("*")) if one.is_file() and _may_be_log(one.relative_to(folder).as_posix())]
    if not found:
        raise ValueError(f"{folder} is a folder without a log.")
    name = folder.resolve().name
    return [(f"{name}/{one.relative_to(folder).as_posix()}", one) for one in found]


def _may_be_log(path: str) -> bool:
    name = path.rsplit("/", 1)[-1]
    endings = tuple(".csv .tsv .json .jsonl .ndjson .log .out .txt .parquet .npy .npz .wandb .db .sqlite .sqlite3".split())
    for packed in (".gz", ".zst", ".zip"):
        name = name.removesuffix(packed)
    return "tfevents" in name or f"/{path}".find("/metrics/") >= 0 or name.endswith(endings)


class _Files:
    """The bytes of files, read as they are sent; with a boundary as multipart/form-data."""

    def __init__(self, files: list[tuple[str, Path]], boundary: "str | None") -> None:
        self._files = files
        self._boundary = boundary
        self.content_type = "application/octet-stream" if boundary is None else f"multipart/form-data; boundary={boundary}"

    def __iter__(self) -> Iterator[bytes]:
        for name, path in self._files:
            if self._boundary is not None:
                quoted = name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
                yield f'--{self._boundary}\r\nContent-Disposition: form-data; name="files"; filename="{quoted}"\r\n\r\n'.encode()
            with path.open("rb") as file:
                while piece := file.read(_PIECE):
                    yield piece
            if self._boundary is not None:
                yield b"\r\n"
        if self._boundary is not None:
            yield f"--{self._boundary}--\r\n".encode()
