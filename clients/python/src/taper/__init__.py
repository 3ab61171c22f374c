"""Taper in a trainer: log the gradient norms of a run, train the next one by the schedule refined from them.

>>> run = taper.run("resnet-50", total_steps=90_000, optimizer="SGD", peak_learning_rate=0.1)
>>> run.log_gradient_norms(model)        # after backward, before clipping; or taper.watch, once before the loop
>>> schedule = taper.schedule("resnet-50")
>>> torch.optim.lr_scheduler.LambdaLR(optimizer, taper.lr_lambda(schedule))

A background thread sends the norms. A trainer never waits for the service and never fails because of it. Norms that cannot be sent stay
in a spool on disk; this process or the next one sends them. The package needs only the standard library. Each adapter is a
module: ``taper.torch``, ``taper.transformers``, ``taper.lightning``, ``taper.keras``, ``taper.optax``.

See Defazio, Cutkosky, Mehta, Mishchenko, *Optimal Linear Decay Learning Rate Schedules and Further Refinements*, 2023, arXiv:2310.07831.
"""

from .command import NotInstalled
from .errors import KeyRequired, Refused, TaperError, Unavailable
from .forecasts import forecast
from .local import compare, refine
from .log_import import import_log
from .peaks import best_peak
from .probing import NotSettled, probe
from .run_events import RunEvent, watch_run
from .schedules import Schedule, extend, lr_lambda, schedule
from .training_run import Run, run
from .version import __version__

__all__ = [
    "KeyRequired",
    "NotInstalled",
    "NotSettled",
    "Refused",
    "Run",
    "RunEvent",
    "Schedule",
    "TaperError",
    "Unavailable",
    "__version__",
    "best_peak",
    "compare",
    "extend",
    "forecast",
    "import_log",
    "lr_lambda",
    "probe",
    "refine",
    "run",
    "schedule",
    "watch_run",
]

_ADAPTERS = {"keras", "lightning", "numpy", "optax", "torch", "transformers"}


def __getattr__(name: str) -> object:
    """Imports an adapter at its first use: ``taper.torch`` needs no import of its own."""
    if name in _ADAPTERS:
        import importlib

        return importlib.import_module(f"{__name__}.{name}")
    if name == "watch":
        from .torch import watch

        return watch
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
