"""Requests by the standard library, with retries of what may be sent twice."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.parse
import urllib.request
from http.client import HTTPException, HTTPResponse
from typing import Any, BinaryIO, Callable, Dict, Mapping, Optional, Union, cast

from .errors import ProblemError, Unreachable

#: Statuses that pass: too much was asked at once, a proxy or the server is between two starts.
PASSING = frozenset({429, 502, 503, 504})


class Transport:
    """Sends requests to one server.

    A request that changes nothing, or that carries an idempotency key, is sent again where the
    server did not answer, or asked to come again; others are sent once.
    """

    def __init__(
        self,
        url: str,
        token: Optional[str],
        timeout: float,
        tries: int,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        if not url.lower().startswith(("http://", "https://")):
            raise ValueError(f"url must begin with http:// or https://; it is {url!r}")
        self.url = url.rstrip("/")
        self._token = token
        self._timeout = timeout
        self._tries = max(1, tries)
        self._sleep = sleep

    def json(
        self,
        method: str,
        path: str,
        body: Optional[Any] = None,
        headers: Optional[Mapping[str, str]] = None,
        query: Optional[Mapping[str, Any]] = None,
    ) -> Any:
        """The JSON of an answer; None where it has no body."""
        answer = self.raw(method, path, body, headers, query)
        return json.loads(answer) if answer else None

    def raw(
        self,
        method: str,
        path: str,
        body: Optional[Any] = None,
        headers: Optional[Mapping[str, str]] = None,
        query: Optional[Mapping[str, Any]] = None,
    ) -> bytes:
        """The body of an answer."""
        data = None if body is None else json.dumps(body).encode("utf-8")
        sent = dict(headers or {})
        again = method == "GET" or "Idempotency-Key" in sent
        tries = self._tries if again else 1
        for attempt in range(1, tries + 1):
            try:
                with self.open(method, path, data, sent, query) as answer:
                    return answer.read()
            except ProblemError as refused:
                if refused.status not in PASSING or attempt == tries:
                    raise
                self._sleep(pause(attempt))
            except (OSError, HTTPException) as broken:
                if attempt == tries:
                    raise Unreachable(self._why(broken)) from broken
                self._sleep(pause(attempt))
        raise AssertionError("every try returns or raises")

    def open(
        self,
        method: str,
        path: str,
        data: Optional[Union[bytes, BinaryIO]] = None,
        headers: Optional[Mapping[str, str]] = None,
        query: Optional[Mapping[str, Any]] = None,
        timeout: Optional[float] = None,
    ) -> HTTPResponse:
        """Sends a request once; the answer is to be closed.

        Raises ProblemError where the server refuses, and OSError where it is not reached.
        """
        request = urllib.request.Request(
            self.address(path, query), data=data, method=method, headers=self._headers(headers, data)
        )
        try:
            return cast(
                HTTPResponse,
                urllib.request.urlopen(request, timeout=timeout or self._timeout),
            )
        except urllib.error.HTTPError as refused:
            with refused:
                raise ProblemError.read(refused.code, refused.read()) from None

    def address(self, path: str, query: Optional[Mapping[str, Any]] = None) -> str:
        """The whole address of a path."""
        given = {name: value for name, value in (query or {}).items() if value is not None}
        return self.url + path + ("?" + urllib.parse.urlencode(given) if given else "")

    def _headers(
        self, given: Optional[Mapping[str, str]], data: Optional[Union[bytes, BinaryIO]]
    ) -> Dict[str, str]:
        headers = {"Accept": "application/json, */*;q=0.5", "User-Agent": "shiftscope-python"}
        if data is not None:
            headers["Content-Type"] = "application/json"
        if self._token:
            headers["Authorization"] = "Bearer " + self._token
        headers.update(given or {})
        return headers

    def _why(self, broken: Exception) -> str:
        reason = getattr(broken, "reason", broken)
        return f"{self.url} did not answer: {reason}. Is the server running, and the address right?"


def pause(attempt: int) -> float:
    """Seconds to wait after a try: 0.5, 1, 2, 4, at most 8."""
    return float(min(8.0, 0.5 * 2 ** (attempt - 1)))
