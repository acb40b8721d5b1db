"""Which client speaks in which workspace."""

from collections.abc import Callable
from typing import Protocol

from slack_sdk.web.async_client import AsyncWebClient

from bot.delivery.sending.verdict import NotInstalledError


class Clients(Protocol):
    """The clients that hold the tokens of workspaces."""

    async def of(self, team: str, /) -> AsyncWebClient:
        """Give the client of a workspace.

        Raises:
            NotInstalledError: Muster was removed from it, or never was there.
        """

    async def leave(self, team: str, at: float, /) -> bool:
        """Speak no more in a workspace that removed Muster at a moment (seconds since 1970).

        False where Muster has been installed there again since, so that nothing changes.
        """


class OneClient:
    """One token, of the one workspace there is; `since` is when it was taken up.

    After it was removed a new token needs a new start, so nothing is kept of that.
    """

    def __init__(self, client: AsyncWebClient, since: float) -> None:
        self._client = client
        self._since = since
        self._left: set[str] = set()

    async def of(self, team: str, /) -> AsyncWebClient:
        """Give it, whichever workspace is asked for."""
        if team in self._left:
            raise NotInstalledError
        return self._client

    async def leave(self, team: str, at: float, /) -> bool:
        """Give it no more for a workspace."""
        if at < self._since:
            return False
        self._left.add(team)
        return True


class TokenStore(Protocol):
    """Where the tokens of several workspaces are kept."""

    async def token_of(self, team: str, /) -> str | None:
        """Give the token of a workspace; None where there is none."""

    async def forget(self, team: str, at: float, /) -> bool:
        """Forget it, unless it is newer than a moment."""


class ManyClients:
    """A token for each workspace, looked up each time: another process may have had a newer one.

    `client_with` makes a client for a token, over connections that all share.
    """

    def __init__(self, tokens: TokenStore, client_with: Callable[[str], AsyncWebClient]) -> None:
        self._tokens = tokens
        self._client_with = client_with

    async def of(self, team: str, /) -> AsyncWebClient:
        """Give the client with the token of a workspace."""
        token = await self._tokens.token_of(team)
        if token is None:
            raise NotInstalledError
        return self._client_with(token)

    async def leave(self, team: str, at: float, /) -> bool:
        """Forget the token of a workspace."""
        return await self._tokens.forget(team, at)
