import os
import subprocess
import sys

import pytest

from taper import spool as spools
from taper.spool import Full, MemorySpool, Spool


def drain(spool):
    lines = []
    while (line := spool.next()) is not None:
        lines.append(line)
        spool.done()
    return lines


@pytest.mark.parametrize("make", [lambda folder: Spool.create(folder, "a-run"), lambda folder: MemorySpool()])
def test_requests_come_out_in_the_order_in_which_they_went_in(tmp_path, make):
    spool = make(tmp_path)
    spool.append(b"one\n", durable=False)
    spool.append(b"two\n", durable=True)
    assert spool.next() == spool.next() == b"one\n"
    spool.done()
    spool.append(b"three\n", durable=False)
    assert drain(spool) == [b"two\n", b"three\n"]
    spool.close()
    assert list(tmp_path.iterdir()) == []


def leave_behind(folder, *lines, done=0):
    """A process that ends without a word, with requests in its spool."""
    code = f"""
import os, sys; from pathlib import Path; from taper.spool import Spool
spool = Spool.create(Path(sys.argv[1]), "a-run")
for line in {lines!r}: spool.append(line, durable=False)
for _ in range({done}): spool.next(); spool.done()
os.kill(os.getpid(), 9)"""
    subprocess.run(
        [sys.executable, "-c", code, str(folder)], env={**os.environ, "PYTHONPATH": os.path.dirname(os.path.dirname(spools.__file__))}
    )
    (path,) = folder.glob("*.jsonl")
    return path


def test_what_a_killed_process_left_is_found_without_what_was_done_and_without_a_line_that_is_cut_off(tmp_path):
    path = leave_behind(tmp_path, b"one\n", b"two\n", b"three\n", b"fou", done=1)
    assert spools.run_of(path) == "a-run"
    spool = Spool.adopt(path)
    assert drain(spool) == [b"two\n", b"three\n"]
    spool.close()
    assert list(tmp_path.iterdir()) == []


def test_a_spool_has_one_owner(tmp_path):
    path = leave_behind(tmp_path, b"one\n")
    spool = Spool.adopt(path)
    assert Spool.adopt(path) is None
    code = "import sys; from pathlib import Path; from taper.spool import Spool; print(Spool.adopt(Path(sys.argv[1])))"
    environment = {**os.environ, "PYTHONPATH": os.path.dirname(os.path.dirname(spools.__file__))}
    other = subprocess.run([sys.executable, "-c", code, str(path)], env=environment, capture_output=True, text=True)
    assert other.stdout == "None\n"
    spool.close()
    again = Spool.adopt(path)
    assert again.next() == b"one\n"
    again.close()


def test_a_spool_that_was_sent_gives_its_room_back_and_one_that_is_full_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(spools, "_KEPT_BYTES", 1000)
    monkeypatch.setattr(spools, "BYTES_MAX", 5000)
    spool = Spool.create(tmp_path, "a-run")
    line = b"x" * 999 + b"\n"
    for _ in range(20):
        for _ in range(5):
            spool.append(line, durable=False)
        with pytest.raises(Full):
            spool.append(line, durable=False)
        assert len(drain(spool)) == 5
        assert spool.path.stat().st_size == 0
    spool.close()
