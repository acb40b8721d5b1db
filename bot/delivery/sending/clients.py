"""Which client speaks in which workspace."""

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
