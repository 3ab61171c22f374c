"""What loss a schedule will give, from the losses and rates of runs."""

from collections.abc import Iterable, Sequence
from typing import Any

from .service import Service, service_url


def forecast(
    *curves: "Any",
    candidates: "Iterable[str | dict[str, Any]]" = (),
    branches: "dict[str, Any] | None" = None,
    search: "bool | dict[str, Any]" = False,
    steps: "int | None" = None,
    law: "str | None" = None,
    points: "int | None" = None,
    url: "str | None" = None,
    api_key: "str | None" = None,
) -> dict[str, Any]:
    """Fits a loss law to runs, and forecasts the end of one that goes on, other schedules, and cooldowns.

    >>> taper.forecast("resnet-50")["self"]                      # the end of a run, by its own schedule
    >>> taper.forecast("resnet-50", candidates=["cosine", {"rule": "wsd", "parameters": {"cooldown": 0.2}}])
    >>> taper.forecast({"losses": losses, "learningRates": rates}, search=True)["search"]["atPeak"]

    :param curves: runs or their ids, or dicts as in ``POST /v1/forecasts``: ``losses`` with ``learningRates`` or ``schedule``
    :param candidates: rules by name, or dicts with ``rule``, ``scheduleId`` or ``multipliers``
    :param branches: ``fromStep``, ``lengths`` and ``shapes`` of cooldowns
    :param search: finds schedules with the least loss at the peak; a dict sets ``steps``, ``peakLearningRate`` or ``warmup``
    :param steps: length of the candidates. Default: that of the longest curve
    :param law: ``annealing-momentum``, ``multi-power`` or ``bound-power``. Default: by what the curves show
    :param points: points of each forecast curve in the answer
    :returns: ``law``, ``self``, ``forecasts``, ``search``, ``summary``, ``warnings``; each loss with the ``interval`` that holds 90 of 100
    :raises Refused: the service refused: no losses or no rates are logged …
    :raises Unavailable: the service is down or wants another API key
    """
    body: dict[str, Any] = {"curves": [_curve(one) for one in curves], "candidates": [_candidate(one) for one in candidates]}
    more = {"branches": branches, "steps": steps, "law": law, "points": points, "search": {} if search is True else search or None}
    body.update({name: value for name, value in more.items() if value is not None})
    service = Service(service_url(url), api_key=api_key)
    try:
        return service.json("POST", "/v1/forecasts", body)
    finally:
        service.close()


def _curve(curve: "Any") -> dict[str, Any]:
    if isinstance(curve, dict):
        return {name: _numbers(value) for name, value in curve.items()}
    if isinstance(curve, str):
        return {"runId": curve}
    curve.flush()
    return {"runId": curve.id}


def _numbers(value: "Any") -> "Any":
    """Lists as JSON has them: of arrays too, and with a word for what is not finite."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    if not isinstance(value, Sequence) or isinstance(value, str):
        return value
    return [None if isinstance(one, float) and one - one != 0 else one for one in value]


def _candidate(candidate: "str | dict[str, Any]") -> dict[str, Any]:
    return {"rule": candidate} if isinstance(candidate, str) else candidate
