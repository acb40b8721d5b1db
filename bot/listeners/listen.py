"""Which listener hears what; manifest.json asks Slack for exactly these."""

import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from bot.delivery.asked import Asked
from bot.delivery.sending.faults import described
from bot.delivery.worker import Worker
from bot.listeners.admin.asked import (
    asked_in_admin_command,
    asked_in_admin_press,
    asked_in_file,
    asked_in_submission,
    is_file_to_load,
)
from bot.listeners.asked import (
    asked_in_command,
    asked_in_event,
    asked_in_example,
    asked_in_opening,
    asked_in_press,
    asked_in_schedule,
    asked_in_shortcut,
    is_direct_message,
    is_from_outside,
    is_from_person,
    is_read_outside,
)
from bot.listeners.following.changing import wrong_in
from bot.reply.slack.admin.modals import ACTION, VIEW
from bot.reply.slack.buttons import Press
from bot.reply.slack.follows import MODAL

COMMAND = "/muster"
ADMIN_COMMAND = "/muster-admin"
SHORTCUT = "muster_ask"

_Body: TypeAlias = Mapping[str, Any]

_log = logging.getLogger(__name__)


class Listeners:
    """Takes a question in, tells Slack so, and only then works out the answer.

    Bolt's lazy listeners do the same at three times the cost, for they copy the request; they let
    go of the task they start, and they cannot copy a client that holds open connections.
    """

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    def listen(self, app: AsyncApp) -> None:
        """Register every listener, the busiest first: Bolt tries them in turn."""
        app.event("app_mention", matchers=[_is_from_person])(self.event)
        app.event("message", matchers=[_is_direct_message, _is_from_person])(self.event)
        app.command(COMMAND)(self.command)
        app.action(re.compile(f"^{Press.EXAMPLE}"))(self.example)
        app.action(re.compile("^muster_"))(self.press)
        app.command(ADMIN_COMMAND)(self.admin_command)
        app.action(re.compile(f"^{ACTION}"))(self.admin_press)
        app.view(re.compile(f"^{VIEW}"))(self.submission)
        app.view(MODAL)(self.schedule)
        app.message_shortcut(SHORTCUT)(self.shortcut)
        app.event("app_home_opened")(self.opening)
        app.event("app_uninstalled")(self.leaving)
        app.event("tokens_revoked", matchers=[_is_of_bot])(self.leaving)
        # Else Bolt answers 404, which Slack takes for a failure and delivers again.
        app.event(re.compile(".*"))(_ignore)

    async def event(self, body: _Body, context: AsyncBoltContext) -> BoltResponse:
        """Take in a mention or a direct message."""
        brings_file = is_file_to_load(body)
        return await self._take(asked_in_file if brings_file else asked_in_event, body, context)

    async def command(self, body: _Body, context: AsyncBoltContext) -> BoltResponse:
        """Take in a slash command."""
        return await self._take(asked_in_command, body, context)

    async def press(self, body: _Body, context: AsyncBoltContext) -> BoltResponse:
        """Take in a button pressed."""
        return await self._take(asked_in_press, body, context)

    async def example(self, body: _Body, context: AsyncBoltContext) -> BoltResponse:
        """Take in a question pressed on the Home tab."""
        return await self._take(asked_in_example, body, context)

    async def schedule(self, body: _Body, context: AsyncBoltContext) -> BoltResponse:
        """Take in when a digest is to come, unless a field has to be put right first."""
        if wrong := wrong_in(body["view"]["state"]["values"]):
            return await context.ack(response_action="errors", errors=wrong)
        return await self._take(asked_in_schedule, body, context)

    async def opening(self, body: _Body, context: AsyncBoltContext) -> BoltResponse:
        """Take in that somebody has opened the Home tab or the messages with Muster."""
        return await self._take(asked_in_opening, body, context)

    async def shortcut(self, body: _Body, context: AsyncBoltContext) -> BoltResponse:
        """Take in "Ask Muster about this"."""
        return await self._take(asked_in_shortcut, body, context)

    async def admin_command(self, body: _Body, context: AsyncBoltContext) -> BoltResponse:
        """Take in a command of an admin."""
        return await self._take(asked_in_admin_command, body, context)

    async def admin_press(self, body: _Body, context: AsyncBoltContext) -> BoltResponse:
        """Take in a button of an admin."""
        return await self._take(asked_in_admin_press, body, context)

    async def submission(self, body: _Body, context: AsyncBoltContext) -> BoltResponse:
        """Take in a modal that was filled in, which closes it."""
        return await self._take(asked_in_submission, body, context)

    async def leaving(self, body: _Body, context: AsyncBoltContext) -> BoltResponse:
        """Drop what waits for a workspace that removed Muster, or took its token back."""
        try:
            await self._worker.leave(context.team_id or "", float(body["event_time"]))
        except Exception as fault:  # noqa: BLE001 - as below
            _log.error("A removal was not taken in: %s", described(fault))
            return BoltResponse(status=503)
        return await context.ack()

    async def _take(
        self, asked_in: Callable[[_Body, str], Asked], body: _Body, context: AsyncBoltContext
    ) -> BoltResponse:
        try:
            asked = asked_in(body, context.team_id or "")
            outside, shared = is_from_outside(body, asked.team), is_read_outside(body)
            await self._worker.take(replace(asked, is_outside=outside, is_shared=shared))
        except Exception as fault:  # noqa: BLE001 - Bolt would log the message, and what it holds
            _log.error("A delivery was not taken in: %s", described(fault))
            return BoltResponse(status=503)  # Slack delivers again
        return await context.ack()


async def _is_from_person(body: _Body) -> bool:
    return is_from_person(body)


async def _is_of_bot(body: _Body) -> bool:
    return bool(body["event"].get("tokens", {}).get("bot"))


async def _is_direct_message(body: _Body) -> bool:
    return is_direct_message(body)


async def _ignore(ack: AsyncAck) -> None:
    await ack()
