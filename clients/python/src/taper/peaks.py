"""The best peak learning rate of runs that were trained with different ones."""

from collections.abc import Mapping, Sequence
from typing import Any

from .service import Service, service_url


def best_peak(
    runs: "Sequence[Any]",
    *,
    loss: "str | None" = None,
    noise: "float | None" = None,
    steps: "int | None" = None,
    url: "str | None" = None,
    api_key: "str | None" = None,
) -> dict[str, Any]:
    """Finds the best peak learning rate of runs with different ones, by a parabola in its logarithm.

    :param runs: ids of runs, or :class:`Run`s, which have logged their losses; or tuples ``(peak_learning_rate, final_loss)``; or the mappings of
        the HTTP API, with ``runId``, ``peakLearningRate``, ``finalLoss`` and ``steps``
    :param loss: ``"loss"`` or ``"eval-loss"``: which losses of runs by id. Default: those of evaluation where all have them
    :param noise: standard deviation of the final loss over seeds, > 0. Default: found from more than three runs
    :param steps: another length, to which the best peak is carried over as a range
    :param url: URL of the service. Default: ``TAPER_URL``, else ``http://127.0.0.1:8080``
    :param api_key: the API key, where the service wants one. Default: ``TAPER_API_KEY``
    :returns: ``best`` with ``peakLearningRate`` and ``interval``, or None where the runs do not bracket it; ``atEdge`` and what to ``try`` next;
        ``detail``, the sentence to act on
    :raises Refused: no such run, or one without losses or peak
    :raises Unavailable: the service does not answer
    """
    given = {"loss": loss, "noise": noise, "steps": steps}
    asked = {"runs": [_asked(run) for run in runs], **{name: value for name, value in given.items() if value is not None}}
    service = Service(service_url(url), timeout=60, api_key=api_key)
    try:
        return service.json("POST", "/v1/peaks", asked)
    finally:
        service.close()


def _asked(run: Any) -> "dict[str, Any]":
    if isinstance(run, Mapping):
        return dict(run)
    if isinstance(run, tuple):
        peak, final = run
        return {"peakLearningRate": peak, "finalLoss": final if abs(final) < float("inf") else _word(final)}
    return {"runId": str(getattr(run, "id", run))}


def _word(value: float) -> str:
    """JSON has no NaN and no infinities; the service reads them as these words."""
    return "NaN" if value != value else "Infinity" if value > 0 else "-Infinity"
