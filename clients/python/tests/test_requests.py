import json
import math
import random

import pytest

from taper.requests import POINTS_MAX, Points, Request


def sent(points):
    """What a service would read of the requests: (norm, resumeFrom, steps, values) each."""
    for request in points.take():
        assert Request.of_line(request.line()) == request
        query = dict(part.split("=") for part in request.path.split("?")[1].split("&"))
        body = json.loads(request.body, parse_constant=lambda word: pytest.fail(f"a bare {word}"))
        values = [float(value) for value in body["values"]]
        steps = body.get("steps") or [body["startStep"] + body["stride"] * i for i in range(len(values))]
        yield query["norm"], query.get("resumeFrom"), steps, values


def test_points_in_any_order_make_requests_whose_steps_increase_and_keep_their_order():
    generator = random.Random(0)
    for _ in range(200):
        logged = [(generator.choice(["l1", "l2"]), generator.randrange(30), generator.random()) for _ in range(generator.randrange(60))]
        points = Points("a")
        for point in logged:
            points.add(*point)
        received = {"l1": [], "l2": []}
        for norm, _, steps, values in sent(points):
            assert all(a < b for a, b in zip(steps, steps[1:]))
            received[norm] += zip(steps, values)
        for norm in received:
            assert received[norm] == [(step, value) for name, step, value in logged if name == norm]


def test_numbers_that_json_lacks_go_as_words_and_all_others_keep_their_bits():
    points = Points("a")
    values = [0.1, -0.0, 5e-324, 1.7976931348623157e308, math.inf, -math.inf]
    for step, value in enumerate([*values, math.nan]):
        points.add("l2", step, value)
    ((_, _, _, received),) = sent(points)
    assert [value.hex() for value in received[:-1]] == [value.hex() for value in values]
    assert math.isnan(received[-1])


def test_what_follows_a_resumption_says_so_once_for_each_norm():
    points = Points("a")
    for step in range(5):
        points.add("l2", step, 1.0)
    points.resume(3)
    for step in range(3, 6):
        points.add("l2", step, 2.0)
        points.add("l1", step, 3.0)
    assert [(norm, resume, steps) for norm, resume, steps, _ in sent(points)] == [
        ("l2", None, [0, 1, 2, 3, 4]),
        ("l2", "3", [3, 4, 5]),
        ("l1", "3", [3, 4, 5]),
    ]
    points.add("l2", 6, 2.0)
    assert [resume for _, resume, _, _ in sent(points)] == [None]


def test_many_points_are_cut_into_requests_of_a_bounded_size():
    points = Points("a")
    for step in range(3 * POINTS_MAX + 1):
        points.add("l1", 7 * step, float(step))
    requests = list(sent(points))
    assert [len(values) for _, _, _, values in requests] == [POINTS_MAX] * 3 + [1]
    assert [step for _, _, steps, _ in requests for step in steps] == [7 * step for step in range(3 * POINTS_MAX + 1)]
