import io
from typing import Any

import pytest
from aiohttp import ClientSession
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.acting.session import Session
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.workspace.workspace import Workspace
from tests.sandbox.conftest import client_of


async def refused(call: object) -> str:
    with pytest.raises(SlackApiError) as caught:
        await call  # type: ignore[misc] # every method of the client can be awaited
    return str(caught.value.response["error"])


async def test_a_post_is_what_people_then_see(sandbox: Sandbox, client: AsyncWebClient) -> None:
    posted = await client.chat_postMessage(channel="#general", text="46%")

    assert posted["ts"] == "1718098200.000000"
    assert [message.shown for message in sandbox.posted] == ["46%"]


async def test_each_message_has_a_ts_of_its_own(client: AsyncWebClient) -> None:
    posted = [(await client.chat_postMessage(channel="#general", text="x"))["ts"] for _ in "abc"]

    assert posted == sorted(set(posted))


async def test_a_person_s_id_stands_for_the_direct_messages_with_them(
    sandbox: Sandbox, client: AsyncWebClient, anna: Session
) -> None:
    await client.chat_postMessage(channel=anna.person.id, text="Good morning")

    direct = anna.workspace.direct(anna.person, anna.bot)
    assert [message.channel for message in sandbox.posted] == [direct.id]


async def test_the_bot_cannot_post_where_it_is_not(client: AsyncWebClient) -> None:
    assert await refused(client.chat_postMessage(channel="#quiet", text="x")) == "not_in_channel"
    assert await refused(client.chat_postMessage(channel="C0", text="x")) == "channel_not_found"
    assert (
        await refused(client.api_call("chat.postMessage", params={"channel": "#general"}))
        == "no_text"
    )


async def test_the_bot_joins_and_leaves_open_channels(client: AsyncWebClient) -> None:
    quiet = (await client.conversations_list())["channels"][1]
    assert not quiet["is_member"]

    await client.conversations_join(channel=quiet["id"])
    await client.chat_postMessage(channel="#quiet", text="x")
    await client.conversations_leave(channel=quiet["id"])
    assert await refused(client.chat_postMessage(channel="#quiet", text="x")) == "not_in_channel"


async def test_a_reply_opens_a_thread(client: AsyncWebClient, anna: Session) -> None:
    asked = anna.mention("agency rate")
    await client.chat_postMessage(channel=asked.channel, thread_ts=asked.ts, text="46%")

    thread = await client.conversations_replies(channel=asked.channel, ts=asked.ts)
    history = await client.conversations_history(channel=asked.channel)
    assert [one["text"] for one in thread["messages"]] == [asked.text, "46%"]
    assert [one["text"] for one in history["messages"]] == [asked.text]


async def test_metadata_comes_back_with_the_history(client: AsyncWebClient) -> None:
    metadata = {"event_type": "answer", "event_payload": {"key": "7"}}
    posted = await client.chat_postMessage(channel="#general", text="x", metadata=metadata)

    where = {"channel": posted["channel"], "include_all_metadata": True}
    history = await client.conversations_history(**where)
    assert history["messages"][0]["metadata"] == metadata


async def test_a_list_comes_in_pages(client: AsyncWebClient) -> None:
    first = await client.users_list(limit=2)
    second = await client.users_list(limit=2, cursor=first["response_metadata"]["next_cursor"])

    names = [one["name"] for page in (first, second) for one in page["members"]]
    assert names == ["clerk", "anna", "ben"]
    assert second["response_metadata"]["next_cursor"] == ""


async def test_an_update_keeps_the_blocks_it_does_not_name(
    sandbox: Sandbox, client: AsyncWebClient
) -> None:
    blocks = [{"type": "divider"}]
    posted = await client.chat_postMessage(channel="#general", text="x", blocks=blocks)
    place: Any = {"channel": posted["channel"], "ts": posted["ts"]}

    await client.chat_update(**place, text="y")
    assert [(one.text, len(one.blocks)) for one in sandbox.posted] == [("y", 1)]
    await client.chat_update(**place, text="z", blocks=[])
    assert [(one.text, len(one.blocks)) for one in sandbox.posted] == [("z", 0)]


async def test_only_one_s_own_messages_can_be_changed(
    sandbox: Sandbox, client: AsyncWebClient, anna: Session
) -> None:
    asked = anna.mention("agency rate")
    place: Any = {"channel": asked.channel, "ts": asked.ts}
    assert await refused(client.chat_update(**place, text="x")) == "cant_update_message"
    assert await refused(client.chat_delete(**place)) == "cant_delete_message"

    posted = await client.chat_postMessage(channel="#general", text="x")
    await client.chat_delete(channel=posted["channel"], ts=posted["ts"])
    assert sandbox.posted == []
    gone = client.chat_delete(channel=posted["channel"], ts=posted["ts"])
    assert await refused(gone) == "message_not_found"


async def test_an_ephemeral_message_is_for_one_person_and_in_no_history(
    sandbox: Sandbox, client: AsyncWebClient, anna: Session
) -> None:
    general = anna.workspace.channel("general").id
    await client.chat_postEphemeral(channel=general, user=anna.person.id, text="for you")

    assert [message.visible_to for message in sandbox.posted] == [anna.person.id]
    assert (await client.conversations_history(channel=general))["messages"] == []
    stranger = client.chat_postEphemeral(channel=general, user="U0", text="x")
    assert await refused(stranger) == "user_not_in_channel"


async def test_arguments_are_read_however_they_are_sent(
    sandbox: Sandbox, client: AsyncWebClient
) -> None:
    url, bearer = f"{sandbox.api_url}users.info", {"Authorization": f"Bearer {client.token}"}
    user = (await client.auth_test())["user_id"]
    async with ClientSession(headers=bearer) as session:
        for sent in (
            session.get(url, params={"user": user}),
            session.post(url, params={"user": user}),
            session.post(url, data={"user": user}),
            session.post(url, json={"user": user}),
        ):
            assert (await (await sent).json())["user"]["name"] == "clerk"
        sent = session.post(url, data="[1", headers={"Content-Type": "application/json"})
        assert await (await sent).json() == {"ok": False, "error": "invalid_json"}


async def test_a_call_needs_a_token_a_scope_and_a_method_that_exists(
    sandbox: Sandbox, council: Workspace, client: AsyncWebClient
) -> None:
    assert council.installation
    assert await refused(client.api_call("chat.shout")) == "unknown_method"
    council.installation.scopes = frozenset({"im:history"})
    assert await refused(client.chat_postMessage(channel="#general", text="x")) == "missing_scope"
    general = council.channel("general").id
    assert await refused(client.conversations_history(channel=general)) == "missing_scope"
    client.token = "xoxb-forged"  # noqa: S105 - opens nothing
    assert await refused(client.auth_test()) == "invalid_auth"


async def test_a_file_is_uploaded_in_three_steps_and_shared(
    sandbox: Sandbox, client: AsyncWebClient, council: Workspace
) -> None:
    general = council.channel("general").id
    await client.files_upload_v2(
        channel=general, filename="rates.csv", content="a,b\n1,2\n", initial_comment="Here"
    )

    [message] = sandbox.posted
    assert (message.text, message.files[0].content) == ("Here", b"a,b\n1,2\n")
    async with ClientSession() as session, session.get(message.files[0].url) as download:
        assert await download.read() == b"a,b\n1,2\n"


async def test_bytes_may_come_as_a_form_too(
    client: AsyncWebClient, anna: Session, council: Workspace
) -> None:
    given = await client.files_getUploadURLExternal(filename="a.csv", length=3)
    async with ClientSession() as session:
        await session.post(given["upload_url"], data={"file": io.BytesIO(b"a,b")})

    await client.files_completeUploadExternal(files=[{"id": given["file_id"]}])
    assert council.files[given["file_id"]].content == b"a,b"


async def test_reactions_come_and_go(client: AsyncWebClient, anna: Session) -> None:
    asked = anna.mention("agency rate")
    where = {"channel": asked.channel, "timestamp": asked.ts, "name": "eyes"}

    await client.reactions_add(**where)
    assert asked.reactions == {"eyes": [anna.bot.id]}
    assert await refused(client.reactions_add(**where)) == "already_reacted"
    await client.reactions_remove(**where)
    assert asked.reactions == {}
    assert await refused(client.reactions_remove(**where)) == "no_reaction"


# The client's own: it hands id and secret over in a way that aiohttp would like to lose.
@pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")
async def test_the_code_of_a_consent_is_exchanged_for_a_token(sandbox: Sandbox) -> None:
    plymouth = sandbox.add_workspace("Plymouth", is_installed=False)
    consent = f"{sandbox.slack.url}oauth/v2/authorize"
    back = {"redirect_uri": "http://app.invalid/back", "state": "s", "team": plymouth.id}
    async with ClientSession() as session:
        answer = await session.get(consent, params=back, allow_redirects=False)
    code = answer.headers["Location"].partition("code=")[2].partition("&")[0]

    client = AsyncWebClient(base_url=sandbox.api_url)
    app = {"client_id": sandbox.app.client_id, "client_secret": sandbox.app.client_secret}
    installed = await client.oauth_v2_access(**app, code=code)
    assert installed["team"]["id"] == plymouth.id
    assert (await client_of(sandbox, plymouth).auth_test())["team"] == "Plymouth"
    assert await refused(client.oauth_v2_access(**app, code=code)) == "invalid_code"
