"""Slack's own framework, unchanged, as the app: what it takes for Slack is near enough to Slack."""

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp.test_utils import TestServer
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.sandbox import Sandbox
from bot.sandbox.timing import RealTime
from bot.sandbox.workspace.people import Person
from tests.sandbox.app import MANIFEST
from tests.sandbox.test_block_kit import field, plain
from tests.sandbox.test_block_kit import modal as modal_with

Said = Callable[..., Awaitable[object]]


def app_for(sandbox: Sandbox) -> AsyncApp:
    """An app that answers a mention, a command and a modal."""
    [workspace] = sandbox.slack.workspaces.values()
    assert workspace.installation
    client = AsyncWebClient(workspace.installation.token, base_url=sandbox.api_url)
    app = AsyncApp(client=client, signing_secret=sandbox.app.signing_secret)

    @app.event("app_mention")
    async def mentioned(say: Said) -> None:
        await say("46%")

    @app.event("message")
    async def written() -> None:
        pass

    @app.command("/clerk")
    async def asked(ack: Said, respond: Said, client: AsyncWebClient, body: dict[str, str]) -> None:
        await ack()
        await respond("only for you")
        asks = field(type="plain_text_input", action_id="what")
        view = modal_with(asks, submit=plain("Ask"), callback_id="asking")
        await client.views_open(trigger_id=body["trigger_id"], view=view)

    @app.view("asking")
    async def submitted(ack: Said) -> None:
        await ack(response_action="clear")

    return app


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(MANIFEST, RealTime())
    council = sandbox.add_workspace("Council")
    anna = council.add_person("anna", "Anna Ward")
    assert council.bot
    council.add_channel("general", anna, council.bot)
    async with sandbox.open():
        yield sandbox


async def talk(sandbox: Sandbox, anna: Person) -> None:
    session = sandbox.session(anna)
    session.mention("agency rate")
    await sandbox.until(lambda: len(sandbox.posted) == 1)
    await session.command("agency rate")
    await sandbox.until(lambda: session.modal)
    [modal] = session.workspace.views.values()
    await session.submit(modal, {"what": "agency rate"})
    await sandbox.deliveries.idle()

    assert session.modal is None
    assert [message.text for message in sandbox.posted] == ["46%", "only for you"]
    assert all(attempt.answer.is_heard for attempt in sandbox.deliveries.attempts)


def human(sandbox: Sandbox) -> Person:
    [workspace] = sandbox.slack.workspaces.values()
    return next(one for one in workspace.people.values() if not one.bot_id)


async def test_bolt_works_over_http(sandbox: Sandbox) -> None:
    async with TestServer(app_for(sandbox).web_app(path="/slack/events")) as server:
        sandbox.connect(str(server.make_url("/slack/events")))
        await talk(sandbox, human(sandbox))


async def test_bolt_works_over_a_socket(sandbox: Sandbox) -> None:
    handler = AsyncSocketModeHandler(app_for(sandbox), sandbox.app.app_token)
    await handler.connect_async()  # type: ignore[no-untyped-call] # so in Bolt
    try:
        await sandbox.socket.connected.wait()
        await talk(sandbox, human(sandbox))
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call] # so in Bolt
