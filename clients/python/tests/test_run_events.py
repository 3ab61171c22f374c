import itertools

import pytest

import taper


def test_a_watcher_hears_of_what_is_logged_and_goes_on_where_it_was(url, run_id):
    with taper.run(run_id, optimizer="SGD", url=url) as run:
        run.log(0, l2=3.0)
        assert run.flush()
        events = run.events()
        first = list(itertools.islice(events, 2))
        assert [event.event for event in first] == ["run", "points"]
        assert first[1].data.items() >= {"series": "l2", "points": 1, "lastStep": 0, "superseded": 0}.items()
        run.log(1, l2=2.0)
        assert run.flush()
        assert next(events).data["points"] == 2
        events.close()
        again = next(run.events(last_event_id=first[1].id))
        assert again.data.items() >= {"series": "l2", "points": 2, "lastStep": 1}.items()


def test_what_is_no_run_is_refused(url, run_id):
    with pytest.raises(taper.Refused):
        next(taper.watch_run(run_id, url=url))
