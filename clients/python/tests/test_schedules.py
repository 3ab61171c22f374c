import importlib.util
import pickle

import pytest

import taper

NOWHERE = "http://127.0.0.1:9"


@pytest.fixture
def logged(begin):
    run = begin(total_steps=300, optimizer="SGD", peak_learning_rate=0.25)
    for step in range(300):
        run.log(step, l2=1 + 5 / (step + 1))
    assert run.flush()
    return run


def test_a_schedule_is_what_the_service_answers_and_is_there_again_without_it(logged, get, monkeypatch, caplog):
    schedule = logged.refine(steps=500)
    assert list(schedule) == get(f"/v1/schedules/{schedule.id}/multipliers")["multipliers"]
    assert (schedule.peak_learning_rate, len(schedule), schedule.report["points"]["used"]) == (0.25, 500, 300)
    assert schedule.learning_rate(100) == 0.25 * schedule[100]
    assert schedule(10**9) == schedule[-1] == 0
    assert list(taper.schedule(schedule.id)) == list(taper.schedule(logged, steps=500)) == list(schedule)

    from taper.service import Service

    def away(*_, **__):
        raise taper.Unavailable("away")

    monkeypatch.setattr(Service, "request", away)
    assert list(taper.schedule(schedule.id)) == list(schedule)
    # Each warning of the report is shown, once.
    warnings = [warning["detail"] for warning in schedule.report["warnings"]]
    assert len(caplog.records) == len(warnings) > 0 and all(warning in caplog.text for warning in warnings)
    assert list(taper.schedule(logged, steps=500)) == list(schedule)
    assert "uses the copy" in caplog.text
    with pytest.raises(taper.Unavailable):
        taper.schedule(logged, steps=600)


def test_options_of_a_refinement_reach_the_service_in_its_names_or_in_pythons(begin, get):
    run = begin(total_steps=300, optimizer="SGD")
    for step in range(300):
        run.log(step, l2=1 + step / 100, loss=1 + 5 / (step + 1), weight_norm=2.0)
    options = {"ramp": 0.1, "normFloor": 0.2, "deadBand": 1.5, "scaleBy": "weight-norm", "final": 0.25, "loss": "none"}
    schedule = run.refine(**options)
    resolved = get(f"/v1/schedules/{schedule.id}")["parameters"]
    assert {key: resolved[key] for key in options} == options
    assert resolved["preset"] == "robust"
    assert schedule.report["losses"]["use"] == "none"
    in_python = run.refine(ramp=0.1, norm_floor=0.2, dead_band=1.5, scale_by="weight-norm", final=0.25, loss="none")
    assert in_python.id == schedule.id
    by_default, of_the_paper = run.refine(), run.refine(preset="paper")
    assert by_default.report["losses"]["use"] == "read"
    assert get(f"/v1/schedules/{of_the_paper.id}")["parameters"]["preset"] == "paper"
    assert list(of_the_paper) != list(by_default)


def test_where_there_is_neither_service_nor_copy_the_fallback_is_followed_with_a_warning(caplog):
    fallback = taper.Schedule.linear(11)
    assert taper.schedule("a-run", url=NOWHERE, fallback=fallback) is fallback
    assert "fallback" in caplog.text
    with pytest.raises(taper.Unavailable):
        taper.schedule("a-run", url=NOWHERE)


def test_what_the_service_refuses_is_said_with_its_place(logged, run_id):
    with pytest.raises(taper.Refused, match="does not exist") as refusal:
        taper.schedule(f"{run_id}-unknown")
    assert refusal.value.status == 404
    with pytest.raises(taper.Refused, match="/steps"):
        taper.schedule(logged, steps=0)


def test_the_logged_learning_rates_are_compared_with_what_was_meant(begin):
    run = begin(total_steps=101, peak_learning_rate=0.1)
    for step in range(101):
        run.log(step, learning_rate=0.1 * max(0, 1 - 2 * step / 100))
    found = run.audit(against={"rule": "linear"})
    assert (found["follows"], found["findings"][0]["code"], found["findings"][0]["factor"]) == (False, "strided", 2)
    assert run.audit()["follows"] is None


def test_linear_decay_begins_at_one_and_ends_at_zero():
    assert list(taper.Schedule.linear(5)) == [1, 0.75, 0.5, 0.25, 0]
    assert list(taper.Schedule.linear(1)) == [1]


def test_the_function_for_lambda_lr_has_no_fields_can_be_pickled_and_holds_its_last_value():
    multiplier = taper.lr_lambda(taper.Schedule.linear(5, 0.1))
    assert [multiplier(step) for step in (0, 1, 4, 5, 1000)] == [1, 0.75, 0, 0, 0]
    # LambdaLR writes the fields of anything but a function to every checkpoint.
    assert vars(multiplier) == {}
    assert pickle.loads(pickle.dumps(multiplier))(1) == 0.75
    assert [taper.lr_lambda([1, 0.5])(step) for step in (0, 1, 2)] == [1, 0.5, 0.5]


def test_a_schedule_travels_to_another_process():
    copy = pickle.loads(pickle.dumps(taper.Schedule.linear(5, 0.1)))
    assert (list(copy), copy.peak_learning_rate) == ([1, 0.75, 0.5, 0.25, 0], 0.1)


def test_a_notebook_shows_a_schedule_and_no_dip_of_it_is_lost():
    from xml.etree import ElementTree

    multipliers = [1.0] * 100_000
    multipliers[40_000] = 0.0
    for schedule in (taper.Schedule(multipliers, 0.5), taper.Schedule([1.0]), taper.Schedule([0.0, 0.0])):
        picture = ElementTree.fromstring(schedule._repr_svg_())
        points = [tuple(map(float, point.split(","))) for point in picture[-1].attrib["points"].split()]
        assert all(0 <= x <= 480 and 0 <= y <= 160 for x, y in points) and len(points) <= 2000
    dip = ElementTree.fromstring(taper.Schedule(multipliers, 0.5)._repr_svg_())
    assert "136.0" in dip[-1].attrib["points"] and "0.5" in [text.text for text in dip if text.tag.endswith("text")]
    assert repr(taper.Schedule([1.0])) == "<taper.Schedule of this process, 1 steps>"


def test_a_schedule_is_a_frame_of_pandas_where_there_is_one():
    schedule = taper.Schedule([1.0, 0.5], 0.1)
    if importlib.util.find_spec("pandas") is None:
        with pytest.raises(ImportError):
            schedule.frame()
        return
    frame = schedule.frame()
    assert frame.index.name == "step"
    assert list(frame["learning_rate"]) == [0.1, 0.05]
    assert list(taper.Schedule([1.0, 0.5]).frame().columns) == ["multiplier"]
