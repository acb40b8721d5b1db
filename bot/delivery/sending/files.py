"""Files that people share in Slack, and those that are handed to them."""

import asyncio
import logging
from collections.abc import Coroutine
from copy import copy
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final, Self, TypeVar

from aiohttp import ClientResponse, ClientSession, ClientTimeout
from slack_sdk.web.async_client import AsyncWebClient
from yarl import URL

from bot.delivery.sending.clients import Clients
from bot.delivery.sending.verdict import FAULTS, RefusedError, code_of

LARGEST: Final = 25_000_000
"""Bytes of the largest file that is taken."""

_PIECE: Final = 1 << 16
_OWN_HOSTS: Final = frozenset({"slack.com", "slack-gov.com"})

Value = TypeVar("Value")

_log = logging.getLogger(__name__)


class FileError(Exception):
    """A file cannot be had; the message is a sentence that says why."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A file in Slack: its id, its name and where it lies."""

    id: str
    name: str
    url: str


class Files:
    """Fetches and uploads files, for the threads that work out answers.

    It is made in the event loop that makes the calls. `seconds` is how long one transfer may take.
    """

    def __init__(self, clients: Clients, seconds: float) -> None:
        self._clients = clients
        # A file takes longer than the calls for which the session has a time of its own.
        self._seconds, self._patience = seconds, ClientTimeout(total=seconds)
        self._team = ""
        self._loop = asyncio.get_running_loop()

    def within(self, team: str) -> Self:
        """Those of a workspace."""
        other = copy(self)
        other._team = team  # noqa: SLF001 - it is our own kind
        return other

    def fetch(self, file_id: str, into: Path) -> Shared:
        """Write a file of this workspace to a path; gives what it is.

        Raises:
            FileError: it is too large, lies elsewhere, or Slack does not give it.
        """
        return self._wait(self._fetch(file_id, into))

    def upload(self, name: str, content: bytes) -> str:
        """Lay a file down in Slack, where nobody sees it before it is handed out; gives its id.

        Raises:
            FileError: Slack does not take it.
        """
        return self._wait(self._upload(name, content))

    async def _fetch(self, file_id: str, into: Path) -> Shared:
        client = await self._clients.of(self._team)
        told = (await client.files_info(file=file_id)).get("file") or {}
        shared = Shared(
            file_id, str(told.get("name") or "file"), str(told.get("url_private") or "")
        )
        if told.get("mode") == "external" or not is_slacks(shared.url, client.base_url):
            raise FileError(f"{shared.name} does not lie in Slack; upload it here.")
        if int(told.get("size") or 0) > LARGEST:
            raise FileError(_too_large(shared.name))
        bearer = {"Authorization": f"Bearer {client.token}"}
        session = _session(client)
        # The token must not follow to wherever somebody's address leads.
        asked = session.get(
            shared.url, headers=bearer, allow_redirects=False, timeout=self._patience
        )
        async with asked as answer:
            await _write(answer, shared.name, into)
        return shared

    async def _upload(self, name: str, content: bytes) -> str:
        client = await self._clients.of(self._team)
        return await lay_down(client, name, content, patience=self._patience)

    def _wait(self, work: Coroutine[Any, Any, Value]) -> Value:
        running = asyncio.run_coroutine_threadsafe(self._limited(work), self._loop)
        return running.result()

    async def _limited(self, work: Coroutine[Any, Any, Value]) -> Value:
        try:
            async with asyncio.timeout(self._seconds):
                return await work
        except FAULTS as fault:
            _log.warning("A file was not passed on: %s %s", type(fault).__name__, code_of(fault))
            raise FileError("Slack did not pass the file on just now; please try again.") from fault


async def lay_down(
    client: AsyncWebClient,
    name: str,
    content: bytes,
    alt: str = "",
    patience: ClientTimeout | None = None,
) -> str:
    """Bring a file to Slack, where nobody sees it yet; gives its id. `alt` is what it shows.

    Raises:
        SlackApiError, RefusedError: Slack refused it.
        aiohttp.ClientError, TimeoutError: no reply came.
    """
    given = await client.files_getUploadURLExternal(
        filename=name, length=len(content), alt_txt=alt or None
    )
    url, session = str(given["upload_url"]), _session(client)
    if not is_slacks(url, client.base_url):
        raise RefusedError(HTTPStatus.FORBIDDEN, "")
    within = patience or session.timeout
    async with session.post(url, data=content, allow_redirects=False, timeout=within) as answer:
        if answer.status != HTTPStatus.OK:
            raise RefusedError(answer.status, "", answer.headers.get("Retry-After"))
    return str(given["file_id"])


def _session(client: AsyncWebClient) -> ClientSession:
    if client.session is None:
        raise RuntimeError("the client has no session")
    return client.session


def is_slacks(url: str, api_url: str) -> bool:
    """Whether an address is one of Slack's file hosts, or of the Slack that is served elsewhere.

    Source of the hosts: docs.slack.dev, "Working with files": `https://files.slack.com/files-pri/`.
    """
    try:
        given, api = URL(url), URL(api_url)
    except ValueError:
        return False
    if given.user or given.password:
        return False
    if api.host in _OWN_HOSTS:
        return _server(given) == ("https", f"files.{api.host}", 443)
    return _server(given) == _server(api)


def _server(url: URL) -> tuple[str, str | None, int | None]:
    return url.scheme, url.host, url.port


async def _write(answer: ClientResponse, name: str, into: Path) -> None:
    if answer.status != HTTPStatus.OK or answer.content_type == "text/html":
        raise FileError(f"Slack does not let me read {name}; may the app read files (files:read)?")
    written = 0
    with into.open("wb") as file:
        async for piece in answer.content.iter_chunked(_PIECE):
            written += len(piece)
            if written > LARGEST:
                raise FileError(_too_large(name))
            file.write(piece)


def _too_large(name: str) -> str:
    return f"{name} is larger than {LARGEST // 1_000_000} MB; load it in parts."
