import asyncio

import pytest
from aiohttp import ClientSession, WSMsgType
from slack_sdk.signature import SignatureVerifier
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.acting.session import Session
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.timing import ManualTime
from tests.sandbox.app import Clerk


class Clock:
    """The verifier's clock."""

    def __init__(self, time: ManualTime) -> None:
        self._time = time

    def now(self) -> float:
        return self._time.now().timestamp()


async def test_a_mention_is_told_twice_as_message_and_as_mention(
    sandbox: Sandbox, clerk: Clerk, anna: Session
) -> None:
    asked = anna.mention("agency rate")
    await sandbox.deliveries.idle()

    assert sorted(clerk.events) == ["app_mention", "message"]
    assert {one.event["ts"] for one in clerk.heard} == {asked.ts}
    assert len({one.payload["event_id"] for one in clerk.heard}) == 2


async def test_a_direct_message_is_told_once(sandbox: Sandbox, clerk: Clerk, anna: Session) -> None:
    anna.direct(f"<@{anna.bot.id}> agency rate")
    await sandbox.deliveries.idle()

    assert [(one.event["type"], one.event["channel_type"]) for one in clerk.heard] == [
        ("message", "im")
    ]


async def test_an_app_is_told_only_what_it_subscribed_to_where_it_is(
    sandbox: Sandbox, clerk: Clerk, anna: Session
) -> None:
    anna.say("quiet", f"<@{anna.bot.id}> are you there?")
    await sandbox.deliveries.idle()
    assert clerk.heard == []

    anna.invite_bot("quiet")
    anna.say("quiet", "And now?")
    anna.remove_bot("quiet")
    anna.say("quiet", "Gone again.")
    await sandbox.deliveries.idle()
    assert sorted(clerk.events) == ["member_joined_channel", "message"]


async def test_the_envelope_says_whose_event_it_is(
    sandbox: Sandbox, clerk: Clerk, anna: Session
) -> None:
    anna.direct("agency rate")
    await sandbox.deliveries.idle()

    [heard] = clerk.heard
    assert heard.payload["team_id"] == anna.workspace.id
    assert heard.payload["authorizations"][0]["user_id"] == anna.bot.id
    assert heard.payload["event_time"] == int(anna.workspace.time.now().timestamp())
    assert not heard.payload["is_ext_shared_channel"]


async def test_what_the_bot_posts_is_told_to_it_as_its_own(
    sandbox: Sandbox, clerk: Clerk, client: AsyncWebClient, anna: Session
) -> None:
    await client.chat_postMessage(channel=anna.person.id, text="Good morning")
    await sandbox.deliveries.idle()

    assert [one.event["bot_id"] for one in clerk.heard] == [anna.bot.bot_id]


async def test_edits_deletions_and_reactions_are_told(
    sandbox: Sandbox, clerk: Clerk, anna: Session
) -> None:
    written = anna.say("general", "agency rat")
    anna.react(written, "eyes")
    anna.edit(written, "agency rate")
    anna.delete(written)
    await sandbox.deliveries.idle()

    told = {one.event.get("subtype") or one.event["type"]: one.event for one in clerk.heard}
    assert told["reaction_added"]["item"]["ts"] == written.ts
    assert told["message_changed"]["message"]["edited"]["user"] == anna.person.id
    assert told["message_deleted"]["previous_message"]["text"] == "agency rate"


async def test_slack_s_own_library_finds_the_signature_right(
    sandbox: Sandbox, clerk: Clerk, anna: Session, time: ManualTime
) -> None:
    anna.direct("agency rate")
    await sandbox.deliveries.idle()

    [heard] = clerk.heard
    verifier = SignatureVerifier(sandbox.app.signing_secret, Clock(time))  # type: ignore[arg-type] # it asks it for now() alone
    assert verifier.is_valid_request(heard.body, heard.headers)
    assert not verifier.is_valid_request(heard.body + b" ", heard.headers)


async def test_an_event_is_told_again_at_once_after_a_minute_and_after_five(
    sandbox: Sandbox, clerk: Clerk, anna: Session, time: ManualTime
) -> None:
    clerk.answers = [(500, None)] * 9
    anna.direct("agency rate")
    told = []
    for seconds in (0, 0, 59, 1, 299, 1, 3600):
        time.advance(seconds)
        await sandbox.deliveries.idle()
        told.append(len(clerk.heard))

    assert told == [1, 2, 2, 3, 3, 4, 4]
    assert len({one.payload["event_id"] for one in clerk.heard}) == 1
    retries = [one.headers.get("X-Slack-Retry-Num") for one in clerk.heard]
    assert retries == [None, "1", "2", "3"]
    assert clerk.heard[1].headers["X-Slack-Retry-Reason"] == "http_error"


async def test_an_app_may_ask_not_to_be_told_again(
    sandbox: Sandbox, clerk: Clerk, anna: Session, time: ManualTime
) -> None:
    clerk.answers, clerk.headers = [(500, None)], {"X-Slack-No-Retry": "1"}
    anna.direct("agency rate")
    await sandbox.deliveries.idle()
    time.advance(3600)
    await sandbox.deliveries.idle()

    assert len(clerk.heard) == 1


async def test_an_answer_that_was_lost_is_no_answer(
    sandbox: Sandbox, clerk: Clerk, anna: Session, time: ManualTime
) -> None:
    sandbox.deliveries.lose_answers(1)
    anna.direct("agency rate")
    await sandbox.deliveries.idle()
    time.advance(0)
    await sandbox.deliveries.idle()

    assert [one.headers.get("X-Slack-Retry-Reason") for one in clerk.heard] == [
        None,
        "http_timeout",
    ]


async def test_an_app_that_is_down_is_told_once_it_is_back(
    sandbox: Sandbox, clerk: Clerk, anna: Session, time: ManualTime
) -> None:
    there, sandbox.deliveries.transport = sandbox.deliveries.transport, None
    anna.direct("agency rate")
    await sandbox.deliveries.idle()
    sandbox.deliveries.transport = there
    time.advance(0)
    await sandbox.deliveries.idle()

    [heard] = clerk.heard
    assert heard.headers["X-Slack-Retry-Reason"] == "connection_failed"


async def test_events_that_are_held_are_delivered_in_any_order_and_number(
    sandbox: Sandbox, clerk: Clerk, anna: Session
) -> None:
    sandbox.deliveries.held = []
    first, second = anna.direct("first"), anna.direct("second")
    for delivery in [*reversed(sandbox.deliveries.held), *sandbox.deliveries.held]:
        await sandbox.deliveries.send(delivery)

    stamps = [one.event["ts"] for one in clerk.heard]
    assert stamps == [second.ts, first.ts, first.ts, second.ts]


async def test_over_a_socket_everything_is_acknowledged_by_its_envelope(
    sandbox: Sandbox, clerk: Clerk, anna: Session
) -> None:
    client = AsyncWebClient(sandbox.app.app_token, base_url=sandbox.api_url)
    opened = await client.apps_connections_open(app_token=sandbox.app.app_token)
    async with ClientSession() as session, session.ws_connect(opened["url"]) as socket:
        assert (await socket.receive_json())["type"] == "hello"
        typing = asyncio.create_task(anna.command("agency rate"))
        envelope = await socket.receive_json()
        payload = {"text": "46%"}
        await socket.send_json({"envelope_id": envelope["envelope_id"], "payload": payload})
        await typing

    assert (envelope["type"], envelope["payload"]["text"]) == ("slash_commands", "agency rate")
    assert [message.text for message in sandbox.posted] == ["46%"]
    assert clerk.heard == []


async def test_a_socket_is_refreshed_now_and_then(sandbox: Sandbox) -> None:
    client = AsyncWebClient(sandbox.app.app_token, base_url=sandbox.api_url)
    opened = await client.apps_connections_open(app_token=sandbox.app.app_token)
    async with ClientSession() as session, session.ws_connect(opened["url"]) as socket:
        await socket.receive_json()
        await asyncio.gather(sandbox.socket.refresh(), socket.receive())
        assert socket.closed or (await socket.receive()).type is WSMsgType.CLOSE


async def test_without_a_socket_nothing_is_delivered(sandbox: Sandbox, anna: Session) -> None:
    sandbox.deliveries.transport = sandbox.socket
    answer = await anna.command("agency rate")

    assert answer.fault == "connection_failed"


async def test_an_address_where_nobody_listens_is_no_answer(
    sandbox: Sandbox, anna: Session
) -> None:
    sandbox.connect("http://127.0.0.1:1/slack/events")
    answer = await anna.command("agency rate")

    assert answer.fault == "connection_failed"
    [said] = anna.workspace.messages[anna.workspace.channel("general").id].values()
    assert "dispatch_failed" in said.text


async def test_settling_waits_for_what_the_app_s_own_work_brings_about(
    sandbox: Sandbox, clerk: Clerk, client: AsyncWebClient, anna: Session
) -> None:
    work = [lambda: client.chat_postMessage(channel=anna.person.id, text="46%")]

    async def drain() -> None:
        while work:
            await work.pop()()

    anna.direct("agency rate")
    await sandbox.settle(drain)
    assert [one.event["text"] for one in clerk.heard] == ["agency rate", "46%"]


async def test_waiting_for_what_never_comes_ends(sandbox: Sandbox) -> None:
    with pytest.raises(TimeoutError):
        await sandbox.until(lambda: False, patience=0)
