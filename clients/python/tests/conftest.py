import json
import os
import subprocess
import sys
import urllib.request
import uuid
from pathlib import Path

import pytest

import taper
from taper import notices

SOURCES = Path(__file__).parents[1] / "src"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """A folder for the files of a test; and warnings that other tests gave may be given again."""
    monkeypatch.setenv("TAPER_HOME", str(tmp_path / "home"))
    for variable in ("RANK", "SLURM_PROCID", "TAPER_DISABLED", "TAPER_API_KEY"):
        monkeypatch.delenv(variable, raising=False)
    notices._given.clear()
    return tmp_path / "home"


@pytest.fixture
def url():
    """A service that listens."""
    return os.environ["TAPER_URL"]


@pytest.fixture
def get(url):
    def get(path):
        with urllib.request.urlopen(url + path) as answer:
            return json.load(answer)

    return get


@pytest.fixture
def points(get):
    """Current points of a series, step to value; and that none of the run is stored twice."""

    def points(run_id, norm="l2"):
        history = get(f"/v1/runs/{run_id}/gradient-norms?norm={norm}&history=all")["points"]
        current = [point for point in history if point["current"]]
        assert len({point["step"] for point in current}) == len(current)
        return {point["step"]: point["value"] for point in current}

    return points


@pytest.fixture
def run_id():
    return f"test-{uuid.uuid4()}"


@pytest.fixture
def begin(run_id):
    """Begins runs that are closed at the end of the test."""
    runs = []

    def begin(id=run_id, **options):
        runs.append(taper.run(id, **options))
        return runs[-1]

    yield begin
    for run in runs:
        run.strict = False
        run.close(1)


@pytest.fixture
def python():
    """Runs Python in a process of its own: its result, with texts of what it wrote."""

    def python(code, **environment):
        env = {**os.environ, "PYTHONPATH": str(SOURCES), **environment}
        return subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, timeout=60)

    return python
