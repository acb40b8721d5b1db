"""What a call to Slack that failed says about whether anything was posted."""

from dataclasses import dataclass
from enum import Enum
from http import HTTPStatus
from math import isfinite
from typing import Any

from aiohttp import ClientConnectorError, ClientError
from slack_sdk.errors import SlackApiError

_TOO_FAST = frozenset({"ratelimited", "rate_limited"})
_LONGEST_WAIT = 300.0
_DEFAULT_WAIT = 1.0
_UNSURE = frozenset(
    {"fatal_error", "internal_error", "request_timeout", "service_unavailable", "team_added_to_org"}
)
TOO_LONG = "msg_blocks_too_long"
_REFUSED_BLOCKS = frozenset({"invalid_blocks", "invalid_blocks_format", TOO_LONG})
_GONE = frozenset({"HTTP 404", "HTTP 410", "expired_url", "used_url"})


class Sort(Enum):
    """What is known after a call failed."""

    REFUSED = "nothing was posted, and it would be refused again"
    BLOCKS = "nothing was posted, for its blocks"
    GONE = "nothing was posted, for the private way back is closed"
    WAIT = "nothing was posted, and it may be sent again later"
    UNSURE = "it may have been posted, and nothing is on its way any more"
    LOST = "it may have been posted, or be posted yet"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known, Slack's word for it, and the seconds to wait at least."""

    sort: Sort
    code: str
    wait: float = 0


class RefusedError(Exception):
    """Slack did not take a private reply."""

    def __init__(self, status: int, code: str, retry_after: str | None = None) -> None:
        super().__init__(status)
        self.status = status
        self.code = code
        self.retry_after = retry_after


class NotInstalledError(Exception):
    """There is no token for a workspace."""


class OverheardError(Exception):
    """Another organisation reads the channel."""


_OURS: dict[type[BaseException], str] = {
    NotInstalledError: "not_installed",
    OverheardError: "shared_channel",
}
FAULTS = (
    SlackApiError,
    RefusedError,
    NotInstalledError,
    OverheardError,
    ClientError,
    TimeoutError,
    OSError,
)
"""What a call to Slack may raise; anything else is a mistake of ours."""


def verdict_of(fault: BaseException) -> Verdict:
    """What a failed call says."""
    if isinstance(fault, ClientConnectorError):
        return Verdict(Sort.WAIT, type(fault).__name__, _DEFAULT_WAIT)
    if type(fault) in _OURS:
        return Verdict(Sort.REFUSED, _OURS[type(fault)])
    if not isinstance(fault, (SlackApiError, RefusedError)):
        return Verdict(Sort.LOST, type(fault).__name__)
    code, status = code_of(fault), _status(fault)
    if status == HTTPStatus.TOO_MANY_REQUESTS or code in _TOO_FAST:
        return Verdict(Sort.WAIT, "ratelimited", _retry_after(fault))
    return Verdict(_sort_of(code, status), code or f"HTTP {status}")


def _sort_of(code: str, status: int) -> Sort:
    if code in _REFUSED_BLOCKS:
        return Sort.BLOCKS
    if code in _GONE:
        return Sort.GONE
    broken = status >= HTTPStatus.INTERNAL_SERVER_ERROR or not code or code in _UNSURE
    return Sort.UNSURE if broken else Sort.REFUSED


def code_of(fault: BaseException) -> str:
    """Slack's word for what went wrong; "" where it gave none."""
    if isinstance(fault, RefusedError):
        return fault.code if fault.code in _REFUSED_BLOCKS | _GONE else f"HTTP {fault.status}"
    response = getattr(fault, "response", None)
    data = getattr(response, "data", response)  # text where Slack's answer was no JSON
    code = data.get("error") if isinstance(data, dict) else None
    return code if isinstance(code, str) else ""


def _status(fault: SlackApiError | RefusedError) -> int:
    if isinstance(fault, RefusedError):
        return fault.status
    response: Any = fault.response
    status = getattr(response, "status_code", None) or getattr(response, "status", None)
    return int(status or HTTPStatus.OK)


def _retry_after(fault: SlackApiError | RefusedError) -> float:
    """Seconds to wait; Slack is not always clear about them."""
    if isinstance(fault, RefusedError):
        told = fault.retry_after
    else:
        told = (getattr(fault.response, "headers", None) or {}).get("Retry-After")
    try:
        seconds = float(told or "")
    except ValueError:
        return _DEFAULT_WAIT
    return min(max(seconds, 0.0), _LONGEST_WAIT) if isfinite(seconds) else _DEFAULT_WAIT
