"""What a trainer makes of answers that this version of the service does not give: by a server that passes on, and changes, real ones."""

import json
import threading
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

import taper
from taper.norm_queue import flush_spools


@pytest.fixture
def between(url):
    """A server before the real one: `between.change(status, type, body)` gives what it answers, or `between.instead`."""

    class Between(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_any(self):
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            if server.instead is not None:
                return self.answer(*server.instead)
            headers = {name: self.headers[name] for name in ("content-type", "accept") if self.headers[name]}
            try:
                with urllib.request.urlopen(urllib.request.Request(url + self.path, body or None, headers, method=self.command)) as answer:
                    status, kind, content = answer.status, answer.headers["content-type"], answer.read()
            except urllib.error.HTTPError as error:
                status, kind, content = error.code, error.headers["content-type"], error.read()
            self.answer(*server.change(status, kind, content))

        def answer(self, status, kind, content):
            self.send_response(status)
            self.send_header("content-type", kind or "")
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_PUT = do_POST = handle_any

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Between)
    server.instead, server.change = None, lambda *answer: answer
    server.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def with_unknown_fields(status, kind, content):
    """As a later version might answer: more fields everywhere, and words that this one does not know."""

    def more(value):
        if isinstance(value, dict):
            changed = {key: more(inner) for key, inner in value.items()} | {"aFieldOfTheFuture": [1, {"x": None}]}
            return changed | ({"warnings": [*value["warnings"], {"code": "of-the-future", "detail": "x"}]} if "warnings" in value else {})
        return [more(inner) for inner in value] if isinstance(value, list) else value

    return status, kind, json.dumps(more(json.loads(content))).encode() if "json" in (kind or "") else content


def test_fields_that_this_version_does_not_know_are_left_alone(between, begin, points, run_id, caplog):
    between.change = with_unknown_fields
    run = begin(url=between.url, strict=True, total_steps=200)
    for step in range(200):
        run.log(step, l2=1 + 1 / (step + 1))
    assert run.flush()
    assert len(points(run_id)) == 200
    assert caplog.text == ""
    assert len(run.refine()) == 200


def test_the_generated_client_leaves_them_alone_too(between, begin, run_id):
    pytest.importorskip("httpx")
    from taper_client import Client
    from taper_client.api.gradient_norms import read_gradient_norms
    from taper_client.api.schedules import create_refined_schedule
    from taper_client.models import Schedule, ScheduleCreate

    run = begin()
    for step in range(50):
        run.log(step, l2=1 + 1 / (step + 1))
    assert run.flush()
    between.change = with_unknown_fields
    with Client(between.url) as client:
        schedule = create_refined_schedule.sync(run_id, client=client, body=ScheduleCreate())
        assert isinstance(schedule, Schedule) and schedule.steps == 50
        assert schedule.report.warnings[-1].code == "of-the-future"
        assert len(read_gradient_norms.sync(run_id, client=client).values) == 50


@pytest.mark.parametrize(
    "answer",
    [
        (503, "application/problem+json", b'{"title": "Overloaded", "status": 503}'),
        (502, "text/html", b"<h1>Bad Gateway</h1>"),
        (404, "text/html", b"<h1>no such site</h1>"),
        (500, "application/problem+json", b'{"title": "Internal", "status": 500}'),
    ],
)
def test_an_answer_that_says_nothing_about_the_request_is_no_reason_to_drop_it(between, begin, points, run_id, answer, caplog):
    between.instead = answer
    run = begin(url=between.url, strict=True)
    run.log(0, l2=1.0)
    assert not run.flush(0.5)
    between.instead = None
    assert run.flush(20)
    assert points(run_id) == {0: 1.0}
    assert len([record for record in caplog.records if record.levelname == "WARNING"]) == 1


def test_what_the_service_refuses_for_good_is_kept_aside_told_once_and_holds_up_nothing(between, begin, points, run_id, caplog, home):
    refusal = {
        "type": "/problems/invalid-request",
        "title": "Invalid",
        "status": 400,
        "errors": [{"pointer": "/values/0", "detail": "is odd."}],
    }
    run = begin(url=between.url)
    run.log(0, l2=1.0)
    assert run.flush()
    between.instead = (400, "application/problem+json", json.dumps(refusal).encode())
    run.log(1, l2=2.0)
    assert run.flush()
    between.instead = None
    run.log(2, l2=3.0)
    assert run.flush()
    assert points(run_id) == {0: 1.0, 2: 3.0}
    assert "/values/0: is odd." in caplog.text
    (kept,) = home.glob("spool/*/*.refused")
    assert b'"series":{"l2":[2.0]}' in kept.read_bytes()
    run.strict = True
    with pytest.raises(taper.Refused):
        run.log(3, l2=1.0)


def test_an_answer_that_is_lost_is_asked_for_again_and_stores_nothing_twice(between, begin, points, run_id, get):
    lost = iter([True, True])
    between.change = lambda *real: (502, "text/html", b"") if next(lost, False) else real
    run = begin(url=between.url)
    for step in range(10):
        run.log(step, l2=float(step))
    assert run.flush(20)
    history = get(f"/v1/runs/{run_id}/gradient-norms?history=all")["points"]
    assert [(point["step"], point["value"]) for point in history] == [(step, step) for step in range(10)]


def test_flushing_no_spools_sends_nothing(url):
    assert flush_spools(url) == (0, 0)
