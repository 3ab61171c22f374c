import json
import math
import random

import pytest

from taper.requests import POINTS_MAX, Points, Request


def sent(points):
    """What a service would read of the requests: (resumeFrom, {name: [(step, value)]}) each."""
    for request in points.take():
        assert Request.of_line(request.line()) == request
        path, _, query = request.path.partition("?")
        assert path == "/v1/runs/a/series"
        body = json.loads(request.body, parse_constant=lambda word: pytest.fail(f"a bare {word}"))
        count = {len(values) for values in body["series"].values()}
        assert len(count) == 1
        steps = body.get("steps") or [body["startStep"] + body["stride"] * i for i in range(*count)]
        assert all(a < b for a, b in zip(steps, steps[1:]))
        assert len(steps) in count
        series = {
            name: [(step, float(value)) for step, value in zip(steps, values) if value is not None] for name, values in body["series"].items()
        }
        yield query.removeprefix("resumeFrom=") or None, series


def test_points_in_any_order_make_requests_whose_steps_increase_and_the_last_value_of_a_step_stands():
    generator = random.Random(0)
    for _ in range(200):
        logged = [(generator.choice(["l1", "loss"]), generator.randrange(30), generator.random()) for _ in range(generator.randrange(60))]
        points = Points("a")
        for point in logged:
            points.add(*point)
        received = {"l1": {}, "loss": {}}
        for _, series in sent(points):
            for name, values in series.items():
                received[name].update(values)
        for name in received:
            assert received[name] == {step: value for one, step, value in logged if one == name}


def test_all_series_of_many_steps_go_in_one_request():
    points = Points("a")
    for step in range(100):
        points.add("l2", step, 1.0)
        points.add("loss", step, -float(step))
        if step % 10 == 0:
            points.add("eval-loss", step, 5.0)
        if step > 0:  # As a logger does that hears of a loss late.
            points.add("learning-rate", step - 1, 0.1)
    ((resume, series),) = sent(points)
    assert resume is None
    assert [len(series[name]) for name in ("l2", "loss", "eval-loss", "learning-rate")] == [100, 100, 10, 99]
    assert series["loss"][7] == (7, -7.0)


def test_numbers_that_json_lacks_go_as_words_and_all_others_keep_their_bits():
    points = Points("a")
    values = [0.1, -0.0, 5e-324, 1.7976931348623157e308, math.inf, -math.inf]
    for step, value in enumerate([*values, math.nan]):
        points.add("l2", step, value)
    ((_, series),) = sent(points)
    received = [value for _, value in series["l2"]]
    assert [value.hex() for value in received[:-1]] == [value.hex() for value in values]
    assert math.isnan(received[-1])


def test_what_follows_a_resumption_says_so_once():
    points = Points("a")
    for step in range(5):
        points.add("l2", step, 1.0)
    points.resume(3)
    points.add("eval-loss", 2, 4.0)
    for step in range(3, 6):
        points.add("l2", step, 2.0)
        points.add("l1", step, 3.0)
    assert [(resume, {name: [step for step, _ in values] for name, values in series.items()}) for resume, series in sent(points)] == [
        (None, {"l2": [0, 1, 2, 3, 4]}),
        (None, {"eval-loss": [2]}),
        ("3", {"l2": [3, 4, 5], "l1": [3, 4, 5]}),
    ]
    points.add("l2", 6, 2.0)
    assert [resume for resume, _ in sent(points)] == [None]


def test_many_points_are_cut_into_requests_of_a_bounded_size():
    points = Points("a")
    for step in range(3 * POINTS_MAX + 1):
        points.add("l1", 7 * step, float(step))
    requests = [series["l1"] for _, series in sent(points)]
    assert [len(values) for values in requests] == [POINTS_MAX] * 3 + [1]
    assert [step for values in requests for step, _ in values] == [7 * step for step in range(3 * POINTS_MAX + 1)]
