"""Deliveries over Socket Mode: to any one of the app's connections."""

import asyncio
import json
from itertools import count

from aiohttp import WSMsgType, web

from bot.sandbox.delivery.over_http import PATIENCE
from bot.sandbox.delivery.transport import Answer, Delivery, Sort


class OverSocket:
    """The sockets the app has open, and the envelopes it has not acknowledged."""

    def __init__(self) -> None:
        self._sockets: list[web.WebSocketResponse] = []
        self._waiting: dict[str, asyncio.Future[Answer]] = {}
        self._number = count(1)
        self.connected = asyncio.Event()

    async def accept(self, request: web.Request) -> web.WebSocketResponse:
        """Greet a new connection and listen to it until it closes."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": len(self._sockets) + 1})
        self._sockets.append(socket)
        self.connected.set()
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT and message.data.startswith("{"):
                    self._hear(json.loads(message.data))
        finally:
            self._sockets.remove(socket)
        return socket

    async def send(self, delivery: Delivery) -> Answer:
        """Send it to the newest connection and wait three seconds for its word."""
        if not self._sockets:
            return Answer(0, fault="connection_failed")
        envelope_id = f"envelope-{next(self._number)}"
        heard: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting[envelope_id] = heard
        try:
            async with asyncio.timeout(PATIENCE):
                await self._sockets[-1].send_json(_envelope(envelope_id, delivery))
                return await heard
        except TimeoutError:
            return Answer(0, fault="http_timeout")
        except ConnectionError:
            return Answer(0, fault="connection_failed")
        finally:
            del self._waiting[envelope_id]

    async def refresh(self) -> None:
        """Hang up on every connection, as Slack does every few hours."""
        for socket in list(self._sockets):
            await socket.send_json({"type": "disconnect", "reason": "refresh_requested"})
            await socket.close()

    def _hear(self, word: dict[str, object]) -> None:
        waiting = self._waiting.get(str(word.get("envelope_id")))
        if waiting and not waiting.done():
            payload = word.get("payload")
            text = payload if isinstance(payload, str) else json.dumps(payload) if payload else ""
            waiting.set_result(Answer(200, text))


def _envelope(envelope_id: str, delivery: Delivery) -> dict[str, object]:
    is_event = delivery.sort is Sort.EVENT
    return {
        "envelope_id": envelope_id,
        "type": delivery.sort.value,
        "payload": delivery.payload,
        "accepts_response_payload": not is_event,
        **(
            {"retry_attempt": delivery.retry, "retry_reason": delivery.retry_reason}
            if is_event
            else {}
        ),
    }
