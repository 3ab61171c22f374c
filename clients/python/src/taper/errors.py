"""What can go wrong. In a training loop it is raised with ``strict=True`` alone; otherwise it is a warning, once."""

from typing import Any


class TaperError(Exception):
    """Any failure of this package."""


class Unavailable(TaperError):
    """The service did not answer, or what answered was not Taper. Trying again later may help.

    :ivar retry_after: seconds after which the service asks to be tried again, where it said so
    """

    def __init__(self, message: str, retry_after: "float | None" = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class Refused(TaperError):
    """The service answered that the request is wrong. The same request would be refused again.

    :ivar status: the HTTP status
    :ivar problem: the body, as RFC 9457 has it: ``type``, ``title``, ``detail``, ``errors`` …
    """

    def __init__(self, status: int, problem: dict[str, Any]) -> None:
        places = [f"{error.get('pointer')}: {error.get('detail')} {error.get('fix', '')}".strip() for error in problem.get("errors", [])]
        said = problem.get("detail") or problem.get("title")
        super().__init__(f"{status} {said}" + (f" ({'; '.join(places)})" if places else ""))
        self.status = status
        self.problem = problem

    @property
    def name(self) -> str:
        """The problem's name, e.g. ``run-not-found``."""
        return str(self.problem.get("type", "")).rsplit("/", 1)[-1]
