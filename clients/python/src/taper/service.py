"""One connection to the service, kept open. For one thread at a time."""

import json
import os
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from .errors import KeyRequired, Refused, Unavailable
from .version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from http.client import HTTPConnection

#: Statuses that are no fault of the request: the same request may be sent again.
_PASSING = {408, 421, 425, 429}


class Secret(str):
    """A text that is not shown where objects are: in logs, tracebacks and debuggers."""

    def __repr__(self) -> str:
        return "'***'"


def service_url(url: "str | None" = None) -> str:
    """The URL of the service: the argument, else ``TAPER_URL``, else ``http://127.0.0.1:8080``. ``host:8080`` means ``http://host:8080``.

    :raises ValueError: it is not an http or https URL
    """
    chosen = (url or os.environ.get("TAPER_URL", "").strip() or "http://127.0.0.1:8080").rstrip("/")
    if re.fullmatch(r"([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(:\d+)?(/.*)?", chosen):
        chosen = f"http://{chosen}"
    try:
        parts = urlsplit(chosen)
        is_right = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0 and not parts.query and not parts.fragment
    except ValueError:
        is_right = False
    if not is_right:
        raise ValueError(f"The URL of Taper must look like http://host:8080, not {chosen!r}.")
    return chosen


class Service:
    """Sends requests, one after another. Follows no redirect, so that the key reaches this service alone.

    :param api_key: the API key. Default: ``TAPER_API_KEY``, looked up for each request
    :param timeout: seconds without a byte after which the service counts as down
    """

    def __init__(self, url: str, timeout: float = 10.0, api_key: "str | None" = None) -> None:
        self.url = url
        self._api_key = None if api_key is None else Secret(api_key)
        self._parts = urlsplit(url)
        self._timeout = timeout
        self._connection: HTTPConnection | None = None

    def request(
        self,
        method: str,
        path: str,
        body: "bytes | Iterable[bytes] | None" = None,
        accept: str = "application/json",
        content_type: str = "application/json",
    ) -> bytes:
        """Sends a request and returns the body of the answer. A body in pieces may be iterated twice, where a kept connection was closed.

        :raises KeyRequired: the service wants an API key, or one of a wider scope
        :raises Unavailable: there is no answer, the service cannot answer now, or the answer is not from Taper
        :raises Refused: the service refused the request
        """
        from http.client import HTTPException  # Importing it here halves the import time of this package.

        scope = "read" if method == "GET" else "write"
        headers = self._headers(accept, scope)
        if body is not None:
            headers["content-type"] = content_type
        try:
            # The server may have closed a kept connection: then try once with a new one.
            fresh = self._connection is None
            try:
                status, kind, retry_after, content = self._exchange(method, path, body, headers)
            except TimeoutError:
                raise
            except (OSError, HTTPException):
                self.close()
                if fresh:
                    raise
                status, kind, retry_after, content = self._exchange(method, path, body, headers)
        except (OSError, HTTPException) as error:
            self.close()
            raise Unavailable(f"Taper at {self.url} does not answer ({type(error).__name__}: {error}).") from error
        if 200 <= status < 300:
            return content
        raise self._refusal(method, path, scope, status, kind, retry_after, content)

    def lines(self, path: str, accept: str, headers: "dict[str, str]") -> "Iterator[str]":
        """The lines of an answer as they come, until it ends.

        :raises KeyRequired, Unavailable, Refused: as :meth:`request`
        """
        from http.client import HTTPException

        try:
            connection = self._connect()
            self._connection = connection
            connection.connect()
            connection.request("GET", self._parts.path + path, None, {**self._headers(accept, "read"), **headers})
            answer = connection.getresponse()
            if answer.status != 200:
                wait = answer.getheader("retry-after", "")
                kind = answer.getheader("content-type", "")
                seconds = float(wait) if wait.isdecimal() else None
                raise self._refusal("GET", path, "read", answer.status, kind, seconds, answer.read())
            for line in answer:
                yield line.decode().rstrip("\r\n")
        except (OSError, HTTPException) as error:
            raise Unavailable(f"Taper at {self.url} does not answer ({type(error).__name__}: {error}).") from error

    def _headers(self, accept: str, scope: str) -> dict[str, Any]:
        headers: dict[str, Any] = {"accept": f"{accept}, application/problem+json", "user-agent": f"taper-python/{__version__}"}
        key = Secret((self._api_key or os.environ.get("TAPER_API_KEY", "")).strip())
        if key:
            headers["authorization"] = Secret(f"Bearer {_sendable(key, scope)}")
        return headers

    def _refusal(
        self, method: str, path: str, scope: str, status: int, kind: str, retry_after: "float | None", content: bytes
    ) -> Exception:
        problem = _json_object(content)
        if "problem+json" not in kind or problem is None:
            return Unavailable(f"The server at {self.url} is not Taper: it answered {method} {path} with {status} {kind}.", retry_after)
        if status >= 500 or status in _PASSING:
            return Unavailable(f"Taper at {self.url} cannot answer now: {status} {problem.get('title')}.", retry_after)
        if status in (401, 403):
            return KeyRequired(status, problem, scope)
        return Refused(status, problem)

    def json(
        self,
        method: str,
        path: str,
        body: "dict[str, Any] | Iterable[bytes] | None" = None,
        content_type: str = "application/json",
    ) -> dict[str, Any]:
        """Like :meth:`request`, with JSON in both directions, or bytes in one. Ignores fields that this version does not know."""
        sent = json.dumps(body).encode() if isinstance(body, dict) else body
        answer = _json_object(self.request(method, path, sent, content_type=content_type))
        if answer is None:
            raise Unavailable(f"The server at {self.url} is not Taper: it answered {method} {path} without JSON.")
        return answer

    def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _exchange(
        self, method: str, path: str, body: "bytes | Iterable[bytes] | None", headers: dict[str, Any]
    ) -> "tuple[int, str, float | None, bytes]":
        connection = self._connection or self._connect()
        self._connection = connection
        if connection.sock is None:
            connection.connect()  # Before the request is made, so that no traceback of a failure has its key.
        connection.request(method, self._parts.path + path, body, headers)
        answer = connection.getresponse()
        content = answer.read()
        if answer.will_close:
            self.close()
        wait = answer.getheader("retry-after", "")
        return answer.status, answer.getheader("content-type", ""), float(wait) if wait.isdecimal() else None, content

    def _connect(self) -> "HTTPConnection":
        from http.client import HTTPConnection, HTTPSConnection

        host, port = self._parts.hostname or "", self._parts.port
        if self._parts.scheme == "https":
            import ssl

            return HTTPSConnection(host, port, timeout=self._timeout, context=ssl.create_default_context())
        return HTTPConnection(host, port, timeout=self._timeout)


def _sendable(key: Secret, scope: str) -> Secret:
    """:raises KeyRequired: a key with other characters would come back in the error of the header"""
    if re.fullmatch(r"[!-~]+", key):
        return key
    raise KeyRequired(401, {"type": "/problems/key-required", "detail": "The API key is mistyped: it has characters of no key."}, scope)


def _json_object(content: bytes) -> "dict[str, Any] | None":
    try:
        value = json.loads(content)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None
