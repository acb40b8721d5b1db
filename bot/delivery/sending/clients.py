"""Which client speaks in which workspace."""

from typing import Protocol

from slack_sdk.web.async_client import AsyncWebClient


class Clients(Protocol):
    """The client that holds the token of a workspace."""

    async def of(self, team: str, /) -> AsyncWebClient:
        """Give the client of a workspace."""


class OneClient:
    """One token, of the one workspace there is."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client

    async def of(self, _team: str, /) -> AsyncWebClient:
        """Give it, whichever workspace is asked for."""
        return self._client
