"""Logs that are imported by their path."""

import json

import pytest

import taper


def test_a_log_and_a_folder_become_runs_once(tmp_path, run_id, get):
    state = tmp_path / "out" / "checkpoint-10" / "trainer_state.json"
    state.parent.mkdir(parents=True)
    state.write_text(json.dumps({"max_steps": 10, "log_history": [{"step": 5, "grad_norm": 1.5, "loss": 2.0}]}))
    (run,) = taper.import_log(state, run=run_id)["runs"]
    assert [(one["name"], one["source"], one["appended"]) for one in run["series"]] == [("l2", "grad_norm", 1), ("loss", "loss", 1)]
    assert get(f"/v1/runs/{run_id}")["totalSteps"] == 10
    (again,) = taper.import_log(tmp_path / "out", run=run_id)["runs"]
    assert [one["duplicates"] for one in again["series"]] == [1, 1]


def test_what_names_do_not_tell_is_refused(tmp_path, run_id):
    table = tmp_path / "table.csv"
    table.write_text("step,train/loss,debug/loss\n0,1,2\n")
    with pytest.raises(taper.Refused, match="train/loss"):
        taper.import_log(table, run=run_id)
    (run,) = taper.import_log(table, run=run_id, series={"loss": "debug/loss"}, dry_run=True)["runs"]
    assert run["series"][0]["source"] == "debug/loss"
