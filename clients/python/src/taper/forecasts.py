"""What loss a schedule will give, from the losses and rates of runs."""

import contextlib
import json
import os
from array import array
from collections.abc import Iterable
from typing import Any

from .command import NotInstalled
from .local import candidate_of, flags_of, run_command, word_of
from .pipe import pipe, vector_of
from .service import Service, service_url


def forecast(
    *curves: "Any",
    candidates: "Iterable[Any]" = (),
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

    Losses and logs are forecast on this machine, without a server, where the command line of Taper is installed and no ``url`` is given. What
    is stored is forecast by the service. The answers are the same.

    :param curves: runs or their ids; dicts as in ``POST /v1/forecasts``: ``losses`` with ``learningRates`` or ``schedule``; or paths of logs
    :param candidates: rules by name, schedules, or dicts with ``rule``, ``scheduleId`` or ``multipliers``
    :param branches: ``fromStep``, ``lengths`` and ``shapes`` of cooldowns
    :param search: finds schedules with the least loss at the peak; a dict sets ``steps``, ``peakLearningRate`` or ``warmup``
    :param steps: length of the candidates. Default: that of the longest curve
    :param law: ``annealing-momentum``, ``multi-power`` or ``bound-power``. Default: by what the curves show
    :param points: points of each forecast curve in the answer
    :returns: ``law``, ``self``, ``forecasts``, ``search``, ``summary``, ``warnings``; each loss with the ``interval`` that holds 90 of 100
    :raises Refused: the service refused: no losses or no rates are logged …
    :raises Unavailable: the service is down or wants another API key
    :raises NotInstalled: a log is given, and the command line of Taper or Node is not on this machine
    """
    logs = [os.fspath(curve) for curve in curves if _is_log(curve)]
    if logs and len(logs) < len(curves):
        raise TypeError("Give logs, or runs and losses: they cannot be mixed.")
    if logs:
        return _of_logs(logs, candidates, branches, {"search": bool(search), "steps": steps, "law": law})
    here = url is None and all(isinstance(curve, dict) and "runId" not in curve for curve in curves)
    body: dict[str, Any] = {"curves": [_curve(one) for one in curves], "candidates": [candidate_of(one) for one in candidates]}
    more = {"branches": branches, "steps": steps, "law": law, "points": points, "search": {} if search is True else search or None}
    body.update({name: value for name, value in more.items() if value is not None})
    if here and not any("scheduleId" in one for one in [*body["candidates"], *(curve.get("schedule", {}) for curve in body["curves"])]):
        with contextlib.suppress(NotInstalled):
            return dict(pipe.call("forecast", body))
    service = Service(service_url(url), timeout=120, api_key=api_key)
    try:
        return service.json("POST", "/v1/forecasts", _listed(body))
    finally:
        service.close()


def _of_logs(logs: "list[str]", candidates: "Iterable[Any]", branches: "dict[str, Any] | None", options: "dict[str, Any]") -> dict[str, Any]:
    flags = flags_of(options)
    if branches is not None:
        lengths = ",".join(map(str, branches.get("lengths", (0.1, 0.2))))
        flags.append(f"--branch={branches['fromStep']}:{lengths}:{','.join(branches.get('shapes', ('linear', 'one-minus-sqrt')))}")
    rules = [word_of(candidate_of(one)) for one in candidates]
    chosen = ["--schedule", *rules] if rules else []
    return dict(json.loads(run_command(["forecast", *map(os.path.abspath, logs), "--json", *flags, *chosen])))


def _is_log(curve: Any) -> bool:
    return isinstance(curve, os.PathLike) or (isinstance(curve, str) and os.path.exists(curve))


def _curve(curve: Any) -> dict[str, Any]:
    if isinstance(curve, dict):
        return {name: vector_of(value) if name in ("losses", "steps", "learningRates") else value for name, value in curve.items()}
    if isinstance(curve, str):
        return {"runId": curve}
    curve.flush()
    return {"runId": curve.id}


def _listed(value: Any) -> Any:
    """What goes over HTTP: lists, with null for what is not finite."""
    if isinstance(value, (array, memoryview)):
        return [None if one - one != 0 else one for one in value.tolist()]
    if isinstance(value, dict):
        return {name: _listed(part) for name, part in value.items()}
    return [_listed(part) for part in value] if isinstance(value, list) else value
