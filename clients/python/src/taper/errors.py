"""Errors. A training loop sees them only with ``strict=True``; otherwise each is logged once, as a warning."""

from typing import Any


class TaperError(Exception):
    """Base of all errors of this package."""


class Unavailable(TaperError):
    """The service did not answer, cannot answer now, or is not Taper. A later attempt may succeed.

    :ivar retry_after: seconds to wait before the next attempt, if the service named them
    """

    def __init__(self, message: str, retry_after: "float | None" = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class Refused(TaperError):
    """The service refused the request as wrong. It would refuse the same request again.

    :ivar status: the HTTP status
    :ivar problem: the problem details (RFC 9457): ``type``, ``title``, ``detail``, ``errors`` …
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


class KeyRequired(Refused, Unavailable):
    """The service wants an API key, or one of a wider scope. The same request succeeds with a right key, so nothing of it is dropped.

    :ivar status: 401 or 403
    """

    def __init__(self, status: int, problem: dict[str, Any], scope: str = "write") -> None:
        super().__init__(status, problem)
        self.args = (f"{self.args[0]} Set TAPER_API_KEY, or pass api_key=, to a key of scope {scope}.",)
