import asyncio

import pytest
from aiohttp import ClientConnectionError, ClientSession
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.acting.session import Session
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.slack import RESPONSE_URL_USES
from bot.sandbox.timing import ManualTime
from bot.sandbox.web_api.faults import (
    Fault,
    lost_call,
    lost_reply,
    rate_limited,
    refusal,
    server_error,
)
from bot.sandbox.workspace.workspace import Workspace
from tests.sandbox.app import Clerk

POST = "chat.postMessage"

OUTCOMES = {
    "rate limited": (rate_limited(), SlackApiError, 0),
    "broken before": (server_error(503), SlackApiError, 0),
    "broken after": (server_error(is_carried_out=True), SlackApiError, 1),
    "call lost": (lost_call(), ClientConnectionError, 0),
    "reply lost": (lost_reply(), ClientConnectionError, 1),
    "refused": (refusal("is_archived"), SlackApiError, 0),
}


@pytest.mark.parametrize(("fault", "raised", "posted"), OUTCOMES.values(), ids=OUTCOMES)
async def test_a_fault_strikes_once_before_or_after_the_post(
    sandbox: Sandbox,
    client: AsyncWebClient,
    fault: Fault,
    raised: type[Exception],
    posted: int,
) -> None:
    sandbox.faults.inject(POST, fault)

    with pytest.raises(raised):
        await client.chat_postMessage(channel="#general", text="x")
    assert len(sandbox.posted) == posted
    await client.chat_postMessage(channel="#general", text="x")
    assert len(sandbox.posted) == posted + 1


async def test_slack_s_own_handler_waits_as_long_as_it_is_told(
    sandbox: Sandbox, client: AsyncWebClient
) -> None:
    sandbox.faults.inject(POST, rate_limited(0))
    client.retry_handlers.append(AsyncRateLimitErrorRetryHandler(1))

    await client.chat_postMessage(channel="#general", text="x")
    assert len(sandbox.posted) == 1


async def test_a_call_can_be_held_at_a_gate(sandbox: Sandbox, client: AsyncWebClient) -> None:
    async with sandbox.faults.holding(POST) as gate:
        posting = asyncio.create_task(client.chat_postMessage(channel="#general", text="x"))
        await gate.knocked.wait()
        assert (gate.waiting, sandbox.posted) == (1, [])
    await posting
    assert len(sandbox.posted) == 1


async def test_a_revoked_token_opens_nothing_and_the_app_is_told(
    sandbox: Sandbox, council: Workspace, client: AsyncWebClient, clerk: Clerk
) -> None:
    sandbox.revoke(council)
    await sandbox.deliveries.idle()

    with pytest.raises(SlackApiError, match="token_revoked"):
        await client.auth_test()
    assert sorted(clerk.events) == ["app_uninstalled", "tokens_revoked"]


async def test_a_response_url_is_good_for_half_an_hour_and_five_uses(
    sandbox: Sandbox, clerk: Clerk, anna: Session, time: ManualTime
) -> None:
    await anna.command("agency rate")
    url = clerk.heard[0].payload["response_url"]

    async with ClientSession() as session:
        for _ in range(RESPONSE_URL_USES):
            assert (await session.post(url, json={"text": "x"})).status == 200
        used = await session.post(url, json={"text": "x"})
        assert await used.json() == {"ok": False, "error": "used_url"}

        await anna.command("agency rate")
        time.advance(1801)
        expired = await session.post(clerk.heard[1].payload["response_url"], json={"text": "x"})
        assert await expired.json() == {"ok": False, "error": "expired_url"}
    assert len(sandbox.posted) == RESPONSE_URL_USES


async def test_a_response_may_be_lost_too(sandbox: Sandbox, clerk: Clerk, anna: Session) -> None:
    await anna.command("agency rate")
    sandbox.faults.inject("response_url", lost_reply())

    async with ClientSession() as session:
        with pytest.raises(ClientConnectionError):
            await session.post(clerk.heard[0].payload["response_url"], json={"text": "x"})
    assert [message.visible_to for message in sandbox.posted] == [anna.person.id]
