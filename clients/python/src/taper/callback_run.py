"""The run of a callback: begun when training begins, with what the trainer knows. Nothing here ends a training."""

import inspect
from typing import Any

from . import notices
from .run_id import run_id_of
from .schedules import Schedule
from .training_run import Run, run


class CallbackRun:
    """A run that a callback was given, or begins later.

    :param run_or_id: a :class:`taper.Run`, or the id of one
    :param schedule: the schedule that training follows
    :param options: of :func:`taper.run`, if an id is given; they count before what the trainer says
    :raises TypeError: there is no such option
    :raises ValueError: the id is empty
    """

    def __init__(self, run_or_id: Run | str, schedule: Schedule | None, options: dict[str, Any]) -> None:
        self.run: Run | None = run_or_id if isinstance(run_or_id, Run) else None
        self.schedule = schedule
        self._id = "" if isinstance(run_or_id, Run) else run_or_id
        self._options = options
        if self.run is None:
            # Now, not when training begins: that may be an hour later.
            run_id_of(self._id)
            inspect.signature(run).bind(self._id, **options)

    def begin(self, known: dict[str, Any], suffix: str = "") -> Run | None:
        """The run, begun with what the trainer knows of it; None, with a warning, where it cannot be begun."""
        if self.run is None:
            self.run = self._begun(known, suffix)
        elif not suffix:
            self.run.update(total_steps=known.get("total_steps"), schedule_id=self.schedule)
        if self.run is not None:
            self.run.is_watched = True
        return self.run

    def _begun(self, known: dict[str, Any], suffix: str) -> Run | None:
        following = {} if self.schedule is None else {"schedule_id": self.schedule}
        try:
            return run(f"{self._id}{suffix}", **{**known, **following, **self._options})
        except (TypeError, ValueError) as error:
            if self._options.get("strict"):
                raise
            notices.once(f"begin-{self._id}", f"Taper does not take what the trainer says of run {self._id}: {error}")
        try:
            return run(f"{self._id}{suffix}", **{**following, **self._options})
        except (TypeError, ValueError) as error:
            notices.once(f"begun-{self._id}", f"{error} Run {self._id} logs nothing.")
            return None
