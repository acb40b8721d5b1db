"""The workspaces that have installed Muster, and those that are about to."""

import asyncio
import logging
from hashlib import sha256
from secrets import token_urlsafe

from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore

from bot.delivery.installed.seal import Seal
from bot.delivery.ledger import Ledger
from db import delivery
from db.session import Engine

STATE_SECONDS = 600
"""Seconds in which an installation that was begun has to be ended."""

_log = logging.getLogger(__name__)


class OrganisationError(Exception):
    """An organisation installed the app for all of its workspaces at once."""


class Installations(AsyncInstallationStore, AsyncOAuthStateStore):
    """Keeps them for Bolt's OAuth flow; `said` reads what the ledger writes."""

    def __init__(self, ledger: Ledger, said: Engine, seal: Seal) -> None:
        self._ledger = ledger
        self._said = said
        self._seal = seal

    async def async_save(self, installation: Installation) -> None:
        """Keep a workspace's bot token and nothing of the person who installed it.

        Raises:
            OrganisationError: it is no single workspace's.
        """
        team, token = installation.team_id, installation.bot_token
        if installation.is_enterprise_install or not team or not token:
            raise OrganisationError
        made = delivery.Installed(
            team,
            installation.team_name or team,
            installation.bot_user_id or "",
            ",".join(installation.bot_scopes or ()),
            self._seal.closed(team, token),
            self._ledger.now,
        )
        await self._ledger.write(delivery.install, made)
        _log.info("Workspace %s installed Muster.", team)

    async def token_of(self, team: str) -> str | None:
        """The bot token of a workspace; None where there is none that can be read."""
        found = await asyncio.to_thread(self._found, team)
        if found is None:
            return None
        token = self._seal.opened(team, found.token)
        if token is None:
            _log.error("The token of workspace %s cannot be read with MUSTER_TOKEN_KEY.", team)
        return token

    def _found(self, team: str) -> delivery.Installed | None:
        with self._said.connect() as conn:
            return delivery.installed(conn, team)

    async def forget(self, team: str, at: float) -> bool:
        """Forget a workspace that removed Muster; False where it was installed again since."""
        return await self._ledger.write(delivery.uninstall, team, at)

    async def async_issue(self, *_args: object, **_kwargs: object) -> str:
        """Begin an installation; gives what the browser has to bring back."""
        state, now = token_urlsafe(32), self._ledger.now
        until = now + STATE_SECONDS
        await self._ledger.write(delivery.begin_install, _digest(state), now, until)
        return state

    async def async_consume(self, state: str) -> bool:
        """Whether an installation was begun so, within ten minutes and not ended before."""
        return await self._ledger.write(delivery.end_install, _digest(state), self._ledger.now)


def _digest(state: str) -> str:
    return sha256(state.encode()).hexdigest()
