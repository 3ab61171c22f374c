"""From a short run of Prodigy or D-Adaptation to the schedule and the peak of the long one."""

import json
from typing import Any

from .errors import TaperError
from .local import flags_of, log_of, refine, run_command
from .run_id import run_id_of
from .schedules import Schedule, schedule
from .service import Service, service_url


class NotSettled(TaperError):
    """d has not settled, so it speaks for no peak. The message says what to do.

    :ivar probe: what was found: ``distance``, ``growth``, ``fromStep``, ``toStep``, ``detail``
    """

    def __init__(self, probe: dict[str, Any]) -> None:
        super().__init__(probe["detail"])
        self.probe = probe


def probe(
    run: Any,
    *,
    distance_column: "str | None" = None,
    rate_column: "str | None" = None,
    url: "str | None" = None,
    api_key: "str | None" = None,
    **options: Any,
) -> Schedule:
    """The schedule for Adam or AdamW that a short run of Prodigy or D-Adaptation speaks for: the peak by d, where it has settled, and the
    shape by the norms.

    >>> watching = taper.watch(model, Prodigy(model.parameters()), "probe")    # logs d, norms and rates; some hundred steps
    >>> schedule = taper.probe("probe", steps=20_000)
    >>> optimizer = torch.optim.AdamW(model.parameters(), lr=schedule.peak_learning_rate)

    :param run: a :class:`Run`, the id of one, or the path of a log that has d
    :param distance_column: of a log, the column of d. Default: found by name
    :param rate_column: of a log, the column of the learning rates. Default: found by name
    :param options: of the refinement, as :func:`taper.schedule` takes them: ``steps`` is the length of the long run
    :returns: the schedule, with ``peak_learning_rate``; ``report["probe"]`` says what d did
    :raises NotSettled: d still grows, or has not moved yet, or the probe is too short
    :raises Refused: the run has logged no d …
    """
    if isinstance(run, str) and run_id_of(run) == run and not _is_file(run) or hasattr(run, "flush"):
        if hasattr(run, "flush"):
            run.flush()
        service = Service(service_url(url or getattr(run, "url", None)), api_key=api_key or getattr(run, "_api_key", None))
        try:
            found = service.json("POST", "/v1/probes", {"runId": str(getattr(run, "id", run))})
        finally:
            service.close()
        _require(found)
        shape = schedule(run, url=url, api_key=api_key, **options)
    else:
        log = log_of(run)
        if log is None:
            raise TypeError("taper.probe takes a run, the id of one, or the path of a log.")
        flags = flags_of({"distance_column": distance_column, "rate_column": rate_column})
        found = json.loads(run_command(["probe", log, "--json", *flags], ends=(0, 1)))
        _require(found)
        shape = refine(log, **options)
    return Schedule(shape.multipliers, found["peakLearningRate"], shape.id, {**(shape.report or {}), "probe": found})


def _is_file(name: str) -> bool:
    from pathlib import Path

    return Path(name).exists()


def _require(found: dict[str, Any]) -> None:
    if not found["isSettled"]:
        raise NotSettled(found)
