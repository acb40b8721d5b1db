"""Who somebody is, as Slack knows them."""

import asyncio
import logging

from slack_sdk.web.async_client import AsyncWebClient

from bot.delivery.sending.verdict import FAULTS, code_of

_log = logging.getLogger(__name__)


class People:
    """Asks Slack about people, for the threads that work out answers.

    It is made in the event loop that makes the calls.
    """

    def __init__(self, client: AsyncWebClient, patience: float) -> None:
        self._client = client
        self._patience = patience
        self._loop = asyncio.get_running_loop()

    def is_admin(self, person: str) -> bool:
        """Whether a person is an admin of the workspace; False too where Slack does not say."""
        asked = asyncio.run_coroutine_threadsafe(self._is_admin(person), self._loop)
        return asked.result(self._patience)

    async def _is_admin(self, person: str) -> bool:
        try:
            told = await self._client.users_info(user=person)
        except FAULTS as fault:
            _log.warning("Slack did not say who is an admin: %s", code_of(fault))
            return False
        user = told.get("user") or {}
        return bool(user.get("is_admin") or user.get("is_owner"))
