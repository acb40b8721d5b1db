"""Calls to the public data API: JSON in and out, and what went wrong in one sentence.

Source: OpenAPI description of the Explore Education Statistics public API, version 1.
"""

import json
import time
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any, Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

_TIMEOUT: Final = 30  # seconds
_MOST_BYTES: Final = 64 * 1024 * 1024
_TRIES: Final = 4
_LONGEST_WAIT: Final = 60.0  # seconds
_LATER: Final = frozenset(
    {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.GATEWAY_TIMEOUT}
)
"""What is answered by a service that is busy: the same call may succeed later."""


class ServiceError(Exception):
    """The service cannot be reached, or does not give what was asked for; the message says why."""


class Client:
    """The service at one address; `wait` is how it lets seconds pass before it asks again."""

    def __init__(self, url: str, wait: Callable[[float], None] = time.sleep) -> None:
        if not url.startswith(("https://", "http://")):
            raise ServiceError(f"{url!r} is no address of a web service")
        self._url, self._wait = url.rstrip("/"), wait

    def get(self, path: str, **params: object) -> dict[str, Any]:
        """Ask for something.

        Raises:
            ServiceError: there is no answer, or none that can be read.
        """
        query = f"?{urlencode(params)}" if params else ""
        return self._call(Request(f"{self._url}{path}{query}", headers=_HEADERS))  # noqa: S310 - checked

    def post(self, path: str, body: Mapping[str, Any], **params: object) -> dict[str, Any]:
        """Ask for what a body describes; raises as `get` does."""
        query = f"?{urlencode(params)}" if params else ""
        headers = {**_HEADERS, "Content-Type": "application/json"}
        data = json.dumps(body).encode()
        return self._call(Request(f"{self._url}{path}{query}", data, headers))  # noqa: S310 - checked

    def _call(self, request: Request) -> dict[str, Any]:
        for last in range(1, _TRIES + 1):
            try:
                with urlopen(request, timeout=_TIMEOUT) as answer:  # noqa: S310 - as above
                    return _read(answer.read(_MOST_BYTES + 1))
            except HTTPError as error:
                if error.code not in _LATER or last == _TRIES:
                    raise ServiceError(_said(error)) from error
                self._wait(_seconds(error, last))
            except (URLError, OSError, ValueError) as error:
                reason = getattr(error, "reason", None) or error
                raise ServiceError(f"{self._url} cannot be reached ({reason})") from error
        raise AssertionError("the last try has ended it")


_HEADERS: Final = {"Accept": "application/json", "User-Agent": "Muster"}


def _read(data: bytes) -> dict[str, Any]:
    if len(data) > _MOST_BYTES:
        raise ServiceError("the answer is larger than 64 MB")
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict):
        raise ServiceError("the answer is no JSON object, so this is another service")
    return told


def _seconds(error: HTTPError, tried: int) -> float:
    """How long to wait: as long as the service says, else longer each time."""
    said = error.headers.get("Retry-After", "")
    return min(float(said) if said.isdecimal() else 2.0 ** (tried - 1), _LONGEST_WAIT)


def _said(error: HTTPError) -> str:
    """What the service says went wrong: its own words, which name no figure."""
    if error.code == HTTPStatus.NOT_FOUND:
        return "the service has no such data set"
    try:
        found = json.loads(error.read(_MOST_BYTES)).get("errors") or []
        messages = "; ".join(str(one.get("message", "")) for one in found)[:200]
    except (ValueError, AttributeError, OSError):
        messages = ""
    busy = "it is busy; try again later" if error.code in _LATER else messages
    return f"the service answered {error.code}{f': {busy}' if busy else ''}"
