import math
import os
import signal
import subprocess
import sys
import threading

import pytest
from conftest import SOURCES

import taper

NOWHERE = "http://127.0.0.1:9"


def test_a_run_and_its_norms_are_stored_as_they_were_logged(begin, run_id, get, points):
    run = begin(total_steps=50, optimizer="SGD", peak_learning_rate=0.5, labels={"seed": "7"}, name="a name", step_unit="batches")
    for step in range(40):
        run.log(step, l1=step + 0.1, l2={7: math.nan, 8: math.inf}.get(step, step / 3), linf=1)
    assert run.flush()
    stored = get(f"/v1/runs/{run_id}")
    assert {
        "totalSteps": 50,
        "optimizer": "SGD",
        "peakLearningRate": 0.5,
        "labels": {"seed": "7"},
        "name": "a name",
        "stepUnit": "batches",
    }.items() <= stored.items()
    assert points(run_id, "l1") == {step: step + 0.1 for step in range(40)}
    assert points(run_id, "linf") == {step: 1 for step in range(40)}
    assert points(run_id) == {step: {7: "NaN", 8: "Infinity"}.get(step, step / 3) for step in range(40)}


def test_training_that_goes_back_to_a_checkpoint_takes_the_place_of_what_it_had_logged(begin, run_id, points, caplog):
    first = begin()
    for step in range(20):
        first.log(step, l2=1.0)
    first.close()
    again = begin(resume_from=10)
    for step in range(10, 15):
        again.log(step, l2=2.0)
    assert again.flush()
    assert points(run_id) == {**{step: 1.0 for step in range(10)}, **{step: 2.0 for step in range(10, 15)}}
    assert caplog.text == ""


def test_a_run_that_begins_again_without_saying_so_is_told(begin, run_id, caplog):
    for _ in range(2):
        run = begin()
        run.log(0, l2=1.0)
        run.log(1, l2=1.5)
        assert run.flush()
        run.close()
    assert "resume_from(0)" in caplog.text


def test_wrong_values_are_a_warning_once_and_lose_no_other_point(begin, run_id, points, caplog):
    run = begin()
    run.log(-1, l2=1.0)
    run.log("x", l2=1.0)
    for step in range(3):
        run.log(step, l2=-1.0)
        run.log(step + 10, l2="abc")
    run.log_gradient_norms("no model")
    run.log(20, l2=1.0)
    assert run.flush()
    assert points(run_id) == {20: 1.0}
    assert len(caplog.records) == len({record.getMessage() for record in caplog.records}) == 5


def test_strict_raises_what_is_a_warning_otherwise(begin):
    run = begin(strict=True)
    with pytest.raises(ValueError):
        run.log(-1, l2=1.0)
    with pytest.raises(TypeError):
        run.log_gradient_norms("no model")


def test_a_deleted_run_is_made_again_with_what_is_known_of_it(begin, run_id, url, get, points):
    run = begin(optimizer="SGD")
    run.log(0, l2=1.0)
    assert run.flush()
    import urllib.request

    urllib.request.urlopen(urllib.request.Request(f"{url}/v1/runs/{run_id}", method="DELETE"))
    run.log(1, l2=2.0)
    assert run.flush()
    assert get(f"/v1/runs/{run_id}")["optimizer"] == "SGD"
    assert points(run_id) == {1: 2.0}


def test_arguments_that_the_service_would_refuse_are_refused_at_the_start():
    for wrong in [
        {"id": ""},
        {"id": " "},
        {"id": 7},
        {"total_steps": 0},
        {"peak_learning_rate": -1},
        {"peak_learning_rate": math.nan},
        {"step_unit": "hours"},
    ]:
        with pytest.raises(ValueError):
            taper.run(**{"id": "a", **wrong})


def test_a_name_that_is_no_id_becomes_one_of_its_own_and_that_is_said(begin, get, caplog, run_id):
    run, other = begin(f"{run_id}/org model"), begin(f"{run_id}/org-model")
    run.log(0, l2=1.0)
    other.log(0, l2=2.0)
    assert run.flush() and other.flush()
    assert run.id != other.id and run.id.startswith(f"{run_id}-org-model-")
    assert get(f"/v1/runs/{run.id}")["name"] == f"{run_id}/org model"
    assert run.id in caplog.text


@pytest.mark.parametrize("url", ["not a url", "ftp://127.0.0.1", "http://", "http://127.0.0.1:x"])
def test_what_is_no_url_is_a_warning_and_training_goes_on(url, caplog):
    run = taper.run("a", url=url)
    run.log(0, l2=1.0)
    assert not run.posts and "http://host:8080" in caplog.text
    with pytest.raises(ValueError):
        taper.run("a", url=url, strict=True)
    assert taper.schedule("a", url=url, fallback=taper.Schedule.linear(3))[1] == 0.5


def test_a_host_and_a_port_are_a_url(url, begin, points, run_id):
    run = begin(url=url.removeprefix("http://"))
    run.log(0, l2=1.0)
    assert run.flush() and points(run_id) == {0: 1.0}


def test_fields_that_become_known_later_are_told(begin, run_id, get):
    run = begin(total_steps=10, optimizer="SGD")
    for step in range(10):
        run.log(step, l2=1.0 + step)
    run.update(total_steps=20)
    assert run.flush()
    assert (get(f"/v1/runs/{run_id}")["totalSteps"], get(f"/v1/runs/{run_id}")["optimizer"]) == (20, "SGD")


def test_a_run_that_trains_by_a_schedule_is_its_descendant(begin, run_id, get):
    first = begin(optimizer="SGD", total_steps=100, peak_learning_rate=0.1)
    for step in range(100):
        first.log(step, l2=1.0 + step % 7)
    schedule = first.refine()
    second = begin(f"{run_id}-second", schedule_id=schedule)
    second.log(0, l2=1.0)
    assert second.flush()
    assert get(f"/v1/runs/{second.id}")["scheduleId"] == schedule.id
    assert [generation["schedule"]["id"] for generation in get(f"/v1/runs/{second.id}/lineage")["ancestors"]] == [schedule.id]


def test_one_of_a_sweep_that_counts_as_another_rank_is_told_how_to_log(begin, monkeypatch, caplog):
    monkeypatch.setenv("SLURM_PROCID", "3")
    assert not begin().posts
    assert "TAPER_RANK=0" in caplog.text
    monkeypatch.setenv("TAPER_RANK", "0")
    assert begin().posts


def test_what_was_logged_for_a_wrong_url_is_listed_and_sent_elsewhere(run_id, python, points):
    python(f"import taper\nrun = taper.run({run_id!r})\nfor step in range(20): run.log(step, l2=1.0 + step)", TAPER_URL=NOWHERE)
    listing = python("import runpy, sys; sys.argv = ['taper', 'list']; runpy.run_module('taper', run_name='__main__')")
    assert listing.stdout == f"{NOWHERE}: {run_id}\n"
    flush = "import runpy, sys; sys.argv = ['taper', 'flush', *{}]; runpy.run_module('taper', run_name='__main__')"
    assert f"flush --from {NOWHERE}" in python(flush.format([])).stdout
    assert python(flush.format(["--from", NOWHERE])).stdout.startswith("2 requests sent")
    assert points(run_id) == {step: 1.0 + step for step in range(20)}


@pytest.mark.parametrize("environment", [{"RANK": "1"}, {"SLURM_PROCID": "3"}, {"TAPER_DISABLED": "1"}])
def test_other_ranks_do_not_post(begin, environment, monkeypatch):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    threads = threading.active_count()
    run = begin()
    run.log(0, l2=1.0)
    assert not run.posts and run.flush() and threading.active_count() == threads


def test_logging_goes_on_where_the_service_is_away_and_the_next_process_sends_it(run_id, python, points):
    code = f"""
import taper
run = taper.run({run_id!r}, optimizer="SGD")
for step in range(100): run.log(step, l2=step * 0.5, l1=float("nan"))"""
    away = python(code, TAPER_URL=NOWHERE)
    assert away.returncode == 0
    assert "does not answer" in away.stderr and "the next process" in away.stderr
    # The same address, where nothing listens, is another service's spool: here the folder is moved to this one's.
    spools = os.path.join(os.environ["TAPER_HOME"], "spool")
    folder = os.path.join(spools, os.listdir(spools)[0])
    os.remove(os.path.join(folder, "url"))
    from taper.home import folder_of

    target = folder_of("spool", os.environ["TAPER_URL"])
    for name in os.listdir(folder):
        os.rename(os.path.join(folder, name), target / name)
    now = python(f"import taper\nrun = taper.run('{run_id}-next')\nrun.log(0, l2=1.0)\nprint(run.flush())\nimport time; time.sleep(2)")
    assert (now.stdout, now.stderr) == ("True\n", "")
    assert points(run_id) == {step: step * 0.5 for step in range(100)}
    assert points(run_id, "l1") == {step: "NaN" for step in range(100)}
    assert [path.name for path in target.iterdir()] == ["url"]


def test_the_command_sends_what_was_left_behind(run_id, python, points):
    left = python(f"""
import os, taper, time
from taper.home import folder_of
from taper.spool import Spool
from taper.requests import Points, put_run
spool = Spool.create(folder_of("spool", os.environ["TAPER_URL"]), {run_id!r})
spool.append(put_run({run_id!r}, {{}}).line(), durable=True)
points = Points({run_id!r}); points.add("l2", 3, 4.5)
for request in points.take(): spool.append(request.line(), durable=True)
os.kill(os.getpid(), 9)""")
    assert left.returncode == -9
    sent = python("import runpy, sys; sys.argv = ['taper', 'flush']; runpy.run_module('taper', run_name='__main__')")
    assert sent.stdout == "2 requests sent\n"
    assert points(run_id) == {3: 4.5}


def test_a_process_that_ends_has_sent_all(run_id, python, points):
    ended = python(f"import taper\nrun = taper.run({run_id!r})\nfor step in range(1000): run.log(step, l2=1.0)")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert len(points(run_id)) == 1000


@pytest.mark.parametrize("handler", ["", "signal.signal(signal.SIGTERM, lambda *_: (print('the trainer was told'), sys.exit(3)))"])
def test_a_process_that_is_told_to_end_sends_all_and_then_does_what_it_would_do_without_taper(run_id, points, handler):
    code = f"""
import signal, sys, time, taper
{handler}
run = taper.run({run_id!r})
for step in range(500): run.log(step, l2=1.0)
print("ready", flush=True)
while True: time.sleep(0.01)"""
    environment = {**os.environ, "PYTHONPATH": str(SOURCES)}
    with subprocess.Popen([sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGTERM)
        said = process.stdout.read()
        assert process.wait(30) == (3 if handler else -signal.SIGTERM)
    assert said == ("the trainer was told\n" if handler else "")
    assert len(points(run_id)) == 500


def test_a_forked_child_does_not_post_and_the_parent_goes_on(run_id, python, points):
    result = python(f"""
import os, taper
run = taper.run({run_id!r})
run.log(0, l2=1.0)
child = os.fork()
run.log(1 if child else 2, l2=1.0)
if child == 0:
    print(run.posts, flush=True)
    own = taper.run({run_id!r} + "-child")
    own.log(0, l2=5.0)
    raise SystemExit
os.waitpid(child, 0)
run.log(3, l2=1.0)""")
    assert (result.stdout, result.stderr) == ("False\n", "")
    assert points(run_id) == {0: 1.0, 1: 1.0, 3: 1.0}
    assert points(f"{run_id}-child") == {0: 5.0}


def test_a_copy_in_another_process_does_not_post(begin):
    import pickle

    assert not pickle.loads(pickle.dumps(begin())).posts


def test_importing_needs_the_standard_library_alone(python):
    heavy = ["numpy", "torch", "jax", "keras", "httpx", "attrs", "asyncio", "http.client", "ssl"]
    assert python(f"import taper, sys; print([name for name in {heavy!r} if name in sys.modules])").stdout == "[]\n"


def test_a_trainer_whose_folder_cannot_be_written_logs_all_the_same(begin, run_id, points, monkeypatch, tmp_path, caplog):
    file = tmp_path / "file"
    file.write_text("")
    monkeypatch.setenv("TAPER_HOME", str(file))
    run = begin()
    run.log(0, l2=1.0)
    assert run.flush()
    assert points(run_id) == {0: 1.0}
    assert "TAPER_HOME" in caplog.text


def test_numpy_gradients_of_any_nesting_are_measured_in_float64(begin, run_id, points):
    numpy = pytest.importorskip("numpy")
    gradients = {"a": numpy.full((300, 300), 3e38, numpy.float32), "b": [numpy.full(7, -2.0)]}
    run = begin()
    run.log_gradient_norms(gradients)
    run.log_gradient_norms(gradients["b"], step=5)
    run.log_gradient_norms(gradients["b"])
    assert run.flush()
    assert points(run_id, "l1") == {0: pytest.approx(90000 * 3e38, rel=1e-6), 5: 14.0, 6: 14.0}
    assert points(run_id, "l2")[5] == pytest.approx(28**0.5, rel=1e-15)


def test_losses_and_rates_are_logged_beside_the_norms_and_read_each_by_itself(begin, run_id, get):
    run = begin(weight_decay=0.1, clip_norm=1)
    for step in range(50):
        run.log(step, l2=1.0, loss=-step, learning_rate=0.1, distance=2.0)
        if step % 10 == 0:
            run.log(step, eval_loss=math.nan, weight_norm=3.0, update_norm=4.0)
    run.log(50, learning_rate=-1.0)
    assert run.flush()
    stored = get(f"/v1/runs/{run_id}")
    assert (stored["weightDecay"], stored["clipNorm"]) == (0.1, 1.0)
    assert {series["name"]: series["points"] for series in stored["series"]} == {
        **dict.fromkeys(["l2", "loss", "learning-rate", "distance"], 50),
        **dict.fromkeys(["eval-loss", "weight-norm", "update-norm"], 5),
    }
    assert get(f"/v1/runs/{run_id}/series/loss")["values"] == [-float(step) for step in range(50)]
    run.resume_from(20)
    run.log(20, l2=5.0)
    assert run.flush()
    # Every series went back, also those that were not logged since.
    assert {series["name"]: series["lastStep"] for series in get(f"/v1/runs/{run_id}")["series"]}["loss"] == 19


def test_points_that_an_older_version_left_in_the_spool_are_sent(run_id, python, points):
    left = python(f"""
import os, taper
from taper.home import folder_of
from taper.spool import Spool
from taper.requests import Request, put_run
spool = Spool.create(folder_of("spool", os.environ["TAPER_URL"]), {run_id!r})
path = "/v1/runs/" + {run_id!r} + "/gradient-norms?norm=l2&resumeFrom=0"
for request in (put_run({run_id!r}, {{}}), Request("POST", path, '{{"startStep":0,"stride":1,"values":[1.5,"NaN"]}}')):
    spool.append(request.line(), durable=True)
os.kill(os.getpid(), 9)""")
    assert left.returncode == -9
    python("import runpy, sys; sys.argv = ['taper', 'flush']; runpy.run_module('taper', run_name='__main__')")
    stored = points(run_id)
    assert stored[0] == 1.5 and math.isnan(float(stored[1]))
