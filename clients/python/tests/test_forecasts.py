"""Forecasts of losses, from runs and from lists."""

import pytest

import taper

STEPS = list(range(0, 2000, 10))
RATES = [0.001 * (1 - 0.9 * step / 2000) for step in STEPS]
LOSSES = [2 + 6 * (step + 50) ** -0.5 + 100 * rate for step, rate in zip(STEPS, RATES)]


def test_lists_are_forecast_for_schedules_and_a_search():
    losses = [*LOSSES[:50], float("nan"), *LOSSES[51:]]
    answer = taper.forecast(
        {"steps": STEPS, "losses": losses, "learningRates": RATES},
        candidates=["cosine", {"rule": "wsd", "parameters": {"cooldown": 0.2}}],
        search={"steps": 1000},
        points=3,
    )
    assert answer["fit"]["curves"][0]["nonFinite"] == 1
    assert [one["name"] for one in answer["forecasts"]] == ["cosine", "wsd"]
    assert all(one["interval"]["low"] < one["finalLoss"] < one["interval"]["high"] for one in answer["forecasts"])
    assert len(answer["forecasts"][0]["curve"]["steps"]) == 3
    assert answer["search"]["steps"] == 1000


def test_a_run_under_way_is_forecast_to_its_end_and_over_branches():
    linear = {"rule": "linear", "parameters": {"final": 0.1}}
    begun = {"steps": STEPS[:120], "losses": LOSSES[:120], "schedule": linear, "peakLearningRate": 0.001, "totalSteps": 2000}
    answer = taper.forecast(begun, branches={"fromStep": 1000, "lengths": [0.2], "shapes": ["linear"]}, law="multi-power")
    end = answer["self"]
    assert end["steps"] == 2000
    assert end["interval"]["low"] < LOSSES[-1] < end["interval"]["high"]
    assert answer["law"] == "multi-power"
    assert answer["forecasts"][0]["schedule"]["rule"] == "branch"


def test_a_run_is_flushed_before_it_is_forecast(begin, run_id):
    run = begin(total_steps=2000)
    for step, loss, rate in zip(STEPS, LOSSES, RATES):
        run.log(step, loss=loss, learning_rate=rate)
    assert taper.forecast(run, candidates=["linear"])["fit"]["curves"][0]["received"] == len(STEPS)
    assert taper.forecast(run_id, candidates=["linear"])["identified"]


def test_what_is_missing_is_said():
    with pytest.raises(taper.Refused, match="learning rates"):
        taper.forecast({"losses": LOSSES})
    with pytest.raises(taper.Refused):
        taper.forecast("nobody")
