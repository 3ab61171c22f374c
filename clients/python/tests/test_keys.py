"""Trainers of a service that wants API keys. Runs where TAPER_KEYED_URL names one; TAPER_READ_KEY and TAPER_WRITE_KEY are keys of it."""

import json
import os
import pickle
import threading
import time
import traceback
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

import taper
from taper.norm_queue import flush_spools
from taper.service import Service

READ, WRITE = os.environ["TAPER_READ_KEY"], os.environ["TAPER_WRITE_KEY"]


@pytest.fixture
def url():
    return os.environ["TAPER_KEYED_URL"]


@pytest.fixture
def get(url):
    def get(path):
        with urllib.request.urlopen(urllib.request.Request(url + path, headers={"authorization": f"Bearer {READ}"})) as answer:
            return json.load(answer)

    return get


@pytest.fixture
def serve():
    """Serves answers of a function from the headers of a request to (status, headers, body)."""
    servers = []

    def serve(answer):
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_any(self):
                self.rfile.read(int(self.headers.get("content-length", 0)))
                status, headers, body = answer(self)
                self.send_response(status)
                for name, value in {"content-type": "application/problem+json", "content-length": len(body), **headers}.items():
                    self.send_header(name, str(value))
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_PUT = do_POST = handle_any

            def log_message(self, *_):
                pass

        servers.append(ThreadingHTTPServer(("127.0.0.1", 0), Handler))
        threading.Thread(target=servers[-1].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[-1].server_port}"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


def warnings(caplog):
    return [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]


def test_a_trainer_logs_refines_and_reads_by_its_key(begin, url, points, run_id, home, caplog, monkeypatch):
    run = begin(url=url, api_key=WRITE, optimizer="SGD")
    for step in range(40):
        run.log(step, l2=1 + 1 / (step + 1))
    schedule = run.refine()
    assert len(points(run_id)) == 40
    monkeypatch.setenv("TAPER_API_KEY", READ)
    monkeypatch.setenv("TAPER_HOME", str(home / "other"))  # No copy: it is read.
    assert taper.schedule(schedule.id, url=url).multipliers == schedule.multipliers
    assert [warning for warning in warnings(caplog) if not warning.startswith(f"Schedule of run {run_id}: ")] == []


@pytest.mark.parametrize("key", [None, READ, f"{WRITE}x", "taper_ä\nb"], ids=["none", "of scope read", "unknown", "of other characters"])
def test_a_wrong_key_keeps_all_norms_warns_once_and_the_next_start_sends_them(begin, url, points, run_id, home, caplog, key):
    run = begin(url=url, api_key=key)
    for step in range(50):
        run.log(step, l2=float(step))
    assert not run.flush(3600)  # It ends at once: no answer would be another meanwhile.
    for step in range(50, 100):
        run.log(step, l2=float(step))
    run.close()
    (warning,) = warnings(caplog)
    assert "Set TAPER_API_KEY, or pass api_key=, to a key of scope write." in warning
    assert key is None or key not in warning
    assert list(home.glob("spool/*/*.refused")) == []
    assert begin(url=url, api_key=WRITE).flush()
    assert points(run_id) == {step: float(step) for step in range(100)}


def test_norms_are_sent_as_soon_as_the_variable_is_right(begin, url, points, run_id, monkeypatch):
    run = begin(url=url)
    run.log(0, l2=1.0)
    assert not run.flush()
    monkeypatch.setenv("TAPER_API_KEY", WRITE)
    assert run.flush()
    assert points(run_id) == {0: 1.0}


def test_the_command_sends_what_waited_for_a_key_and_drops_nothing_without(begin, url, points, run_id, monkeypatch):
    run = begin(url=url)
    run.log(0, l2=1.0)
    run.close()
    with pytest.raises(taper.KeyRequired, match="TAPER_API_KEY"):
        flush_spools(url)
    monkeypatch.setenv("TAPER_API_KEY", WRITE)
    assert flush_spools(url)[0] == 2
    assert points(run_id) == {0: 1.0}


def test_who_waits_is_told_which_key_is_needed_unless_there_is_a_schedule_to_train_by(begin, url, run_id, caplog):
    run = begin(url=url, api_key=READ)
    run.log(0, l2=1.0)
    with pytest.raises(taper.Refused, match="api_key=, to a key of scope write") as caught:
        run.refine()
    assert caught.value.status == 403
    with pytest.raises(taper.KeyRequired, match="TAPER_API_KEY"):
        taper.schedule(run_id, url=url)
    linear = taper.Schedule.linear(10)
    assert taper.schedule(run_id, url=url, fallback=linear) is linear
    keyed = begin(f"{run_id}-2", url=url, api_key=WRITE)
    for step in range(20):
        keyed.log(step, l2=1.0)
    schedule = keyed.refine()
    caplog.clear()
    assert taper.schedule(keyed.id, url=url).id == schedule.id
    assert "TAPER_API_KEY" in caplog.text


def test_a_strict_run_raises_until_the_key_is_right(begin, url, monkeypatch):
    run = begin(url=url, strict=True)
    run.log(0, l2=1.0)
    with pytest.raises(taper.KeyRequired):
        run.flush()
    monkeypatch.setenv("TAPER_API_KEY", WRITE)
    run.strict = False
    assert run.flush()
    run.strict = True
    run.log(1, l2=1.0)
    assert run.flush()


def test_the_key_goes_nowhere_else_and_is_never_shown(begin, url, serve, run_id):
    seen = []

    def elsewhere(request):
        seen.append(request.headers["authorization"])
        return 200, {"content-type": "application/json"}, b"{}"

    other = serve(elsewhere)
    redirecting = serve(lambda request: (307, {"location": other + request.path}, b""))
    service = Service(redirecting, api_key=WRITE)
    with pytest.raises(taper.Unavailable):
        service.request("GET", "/version")
    service.close()
    run = begin(url=url, api_key=WRITE)
    with pytest.raises((taper.TaperError, KeyError)):
        taper.schedule(run, url=other)
    assert set(seen) == {None}
    secret = WRITE[-20:]
    shown = repr(run) + repr(vars(run)) + repr(vars(service)) + repr(vars(run._queue)) + repr(vars(run._queue._service))
    assert secret not in shown
    assert secret.encode() not in pickle.dumps(run)
    try:
        Service("http://127.0.0.1:1", api_key=WRITE).request("GET", "/version")
    except taper.Unavailable as error:
        for frames in (error.__traceback__.tb_next, error.__cause__.__traceback__):
            text = "".join(traceback.StackSummary.extract(traceback.walk_tb(frames), capture_locals=True).format())
            assert "authorization" in text and secret not in text


def test_the_generated_client_sends_the_key_and_does_not_show_it(url, serve, monkeypatch):
    pytest.importorskip("httpx")
    from taper_client import AuthenticatedClient, Client
    from taper_client.api.keys import whoami
    from taper_client.models import ProblemDetails

    with Client(url) as client:
        assert isinstance(whoami.sync(client=client), ProblemDetails)
    monkeypatch.setenv("TAPER_API_KEY", READ)
    seen = []

    def elsewhere(request):
        seen.append(request.headers["authorization"])
        return 418, {}, b""

    other = serve(elsewhere)
    redirecting = serve(lambda request: (307, {"location": other + request.path}, b""))
    for client in (Client(url), Client(url, api_key=READ), AuthenticatedClient(url, token=READ)):
        with client:
            assert whoami.sync(client=client).scope == "read"
            assert READ[-20:] not in repr(client) + repr(client.with_headers({"x": "y"}))
    with Client(redirecting, follow_redirects=True) as client:
        whoami.sync_detailed(client=client)
    assert seen == [None]


def test_a_flush_asks_no_sooner_than_retry_after_says_and_gives_up_where_that_is_too_late(serve, begin):
    times = []

    def limiting(request):
        times.append(time.monotonic())
        return 429, {"retry-after": "1" if len(times) == 1 else "3600"}, b'{"title": "Too many requests", "status": 429}'

    run = begin(url=serve(limiting))
    run.log(0, l2=1.0)
    assert not run.flush(1800)
    assert not run.flush(1800)
    assert len(times) == 2
    assert times[1] - times[0] >= 0.999
    run.close()
    assert len(times) == 2
