"""What happens to a run, as it happens: Server-Sent Events."""

import json
import time
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import quote

from .errors import Unavailable
from .service import Service, service_url

#: Seconds between two connections; the service says something every 15 s.
_PAUSE = 2.0
_SILENT = 40.0


class RunEvent(NamedTuple):
    """Something that happened to a run."""

    #: ``points``, ``run``, ``schedule`` or ``end``
    event: str
    #: ``{"series": "l2", "points": 120, "lastStep": 119}``, ``{"updatedAt": …}``, ``{"scheduleId": …}`` or ``{}``
    data: dict[str, Any]
    #: A cursor: ``last_event_id`` takes it up.
    id: str


def watch_run(
    run_id: str, *, last_event_id: "str | None" = None, url: "str | None" = None, api_key: "str | None" = None
) -> Iterator[RunEvent]:
    """What happens to a run, first as it is, then as it changes, until it is deleted. Goes on where a connection ends, without loss.

    :param last_event_id: the ``id`` of the last event that was seen. Default: begins with the run as it is
    :raises Refused: there is no such run, or the id is none
    :raises KeyRequired: the service wants an API key
    """
    while True:
        service = Service(service_url(url), timeout=_SILENT, api_key=api_key)
        try:
            headers = {} if last_event_id is None else {"last-event-id": last_event_id}
            for event in _events(service.lines(f"/v1/runs/{quote(run_id, safe='')}/events", "text/event-stream", headers)):
                last_event_id = event.id or last_event_id
                yield event
                if event.event == "end":
                    return
        except Unavailable:
            pass
        finally:
            service.close()
        time.sleep(_PAUSE)


def _events(lines: Iterator[str]) -> Iterator[RunEvent]:
    fields: dict[str, str] = {}
    for line in lines:
        if line:
            name, _, value = line.partition(":")
            fields[name] = value.removeprefix(" ")
        else:
            if "event" in fields:
                yield RunEvent(fields["event"], json.loads(fields.get("data", "{}")), fields.get("id", ""))
            fields = {}
