"""Deliveries to the app's request address, signed."""

import hmac
import json
from urllib.parse import urlencode

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.sandbox.delivery.transport import Answer, Delivery, Sort
from bot.sandbox.timing import Time

PATIENCE = 3.0
"""Seconds Slack waits for an answer."""

_FORM = "application/x-www-form-urlencoded"


def signature(secret: str, timestamp: str, body: bytes) -> str:
    """Slack's signature of a body at a time, in seconds since 1970."""
    signed = b"v0:" + timestamp.encode() + b":" + body
    return f"v0={hmac.new(secret.encode(), signed, 'sha256').hexdigest()}"


class OverHttp:
    """Posts each delivery, signed with the app's secret."""

    def __init__(self, session: ClientSession, url: str, secret: str, time: Time) -> None:
        self._session = session
        self._url = url
        self._secret = secret
        self._time = time

    async def send(self, delivery: Delivery) -> Answer:
        """Post it and wait three seconds at most."""
        body, kind = _encoded(delivery)
        headers = {"Content-Type": kind, **self.signed(body), **_retrying(delivery)}
        try:
            async with self._session.post(
                self._url, data=body, headers=headers, timeout=ClientTimeout(total=PATIENCE)
            ) as answer:
                return Answer(answer.status, await answer.text(), dict(answer.headers))
        except TimeoutError:
            return Answer(0, fault="http_timeout")
        except ClientError:
            return Answer(0, fault="connection_failed")

    def signed(self, body: bytes) -> dict[str, str]:
        """The headers that show that Slack sent a body."""
        timestamp = str(int(self._time.now().timestamp()))
        return {
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": signature(self._secret, timestamp, body),
        }


def _encoded(delivery: Delivery) -> tuple[bytes, str]:
    if delivery.sort is Sort.EVENT:
        return json.dumps(delivery.payload).encode(), "application/json"
    if delivery.sort is Sort.COMMAND:
        return urlencode(delivery.payload).encode(), _FORM
    return urlencode({"payload": json.dumps(delivery.payload)}).encode(), _FORM


def _retrying(delivery: Delivery) -> dict[str, str]:
    if not delivery.retry:
        return {}
    return {
        "X-Slack-Retry-Num": str(delivery.retry),
        "X-Slack-Retry-Reason": delivery.retry_reason,
    }
