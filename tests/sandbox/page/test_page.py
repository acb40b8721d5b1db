from collections.abc import Callable

import pytest
from aiohttp import ClientSession
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.acting.session import Session
from bot.sandbox.sandbox import Sandbox
from tests.sandbox.app import Clerk
from tests.sandbox.page.conftest import QUESTIONS
from tests.sandbox.test_block_kit import LEGAL, buttons, modal, section

Address = Callable[..., str]


async def shown(address: str) -> str:
    async with ClientSession() as http, http.get(address) as answer:
        assert answer.status == 200
        return await answer.text()


async def sent(address: Address, act: str, **fields: str) -> str:
    where, _, query = address().partition("?")
    async with ClientSession() as http:
        answer = await http.post(f"{where}/{act}?{query}", data=fields)
        assert answer.status == 200  # after it has led back to the page
        return await answer.text()


async def test_a_newcomer_is_greeted_with_questions(sandbox: Sandbox, address: Address) -> None:
    html = await shown(sandbox.slack.url)

    assert "Ask the clerk" in html
    for question in QUESTIONS:
        assert f'value="@clerk {question}"' in html
    assert html.count("Ask the clerk") == (await shown(address())).count("Ask the clerk")


@pytest.mark.parametrize("blocks", LEGAL.values(), ids=LEGAL)
async def test_every_block_slack_takes_is_drawn(
    client: AsyncWebClient, address: Address, blocks: list[dict[str, object]]
) -> None:
    await client.chat_postMessage(channel="#general", text="as text", blocks=blocks)

    html = await shown(address())
    for block in blocks:
        assert f'class="block {block["type"]}"' in html
    assert 'class="unknown"' not in html


async def test_what_people_write_is_text(anna: Session, address: Address) -> None:
    anna.say("general", '<script>alert(1)</script> & "more"')

    html = await shown(address())
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


async def test_forms_work_without_any_script(
    sandbox: Sandbox, clerk: Clerk, anna: Session, address: Address
) -> None:
    html = await sent(
        address, "say", channel=anna.workspace.channel("general").id, text="@clerk hi"
    )
    await sandbox.deliveries.idle()

    assert f"<@{anna.bot.id}> hi" in {one.event["text"] for one in clerk.heard}
    assert "@Clerk</span> hi" in html


async def test_people_are_mentioned_by_handle_or_full_name(anna: Session, address: Address) -> None:
    general = anna.workspace.channel("general").id
    html = await sent(address, "say", channel=general, text="@Ben Okafor and @ben, not @nobody")

    assert html.count("@Ben Okafor</span>") == 2
    assert "@nobody" in html


async def test_an_ephemeral_message_is_shown_to_one_person(
    client: AsyncWebClient, anna: Session, ben: Session, address: Address
) -> None:
    general = anna.workspace.channel("general").id
    await client.chat_postEphemeral(channel=general, user=ben.person.id, text="for Ben alone")

    assert "for Ben alone" not in await shown(address())
    as_ben = address().replace(anna.person.id, ben.person.id)
    assert "for Ben alone" in await shown(as_ben)


async def test_a_command_nobody_answers_is_said_to_have_failed(
    clerk: Clerk, anna: Session, address: Address
) -> None:
    clerk.answers = [(500, None)]
    general = anna.workspace.channel("general").id
    html = await sent(address, "say", channel=general, text="/clerk agency rate")

    assert "dispatch_failed" in html


async def test_the_home_tab_is_asked_for_and_shown(
    client: AsyncWebClient, clerk: Clerk, anna: Session, address: Address
) -> None:
    assert "has not set up its Home tab" in await shown(address("home"))
    assert clerk.events == ["app_home_opened"]

    home = {"type": "home", "blocks": [section("Good morning")]}
    await client.views_publish(user_id=anna.person.id, view=home)
    assert "Good morning" in await shown(address("home"))


async def test_other_sites_cannot_send_forms_here(anna: Session, address: Address) -> None:
    where, _, query = address().partition("?")
    elsewhere = {"Sec-Fetch-Site": "cross-site"}
    async with ClientSession(headers=elsewhere) as http:
        answer = await http.post(f"{where}/say?{query}", data={"text": "hi"})

    assert answer.status == 403
    assert list(anna.workspace.history(anna.workspace.channel("general").id)) == []


async def test_strangers_see_nothing(anna: Session, address: Address) -> None:
    async with ClientSession() as http:
        answer = await http.get(address().replace(anna.person.id, "U0NOBODY"))

    assert answer.status == 404


async def test_a_press_a_shortcut_and_a_modal_need_no_script(
    client: AsyncWebClient, clerk: Clerk, anna: Session, address: Address
) -> None:
    posted = await client.chat_postMessage(
        channel="#general", text="46%", blocks=[section("46%"), buttons("Trend")]
    )
    place = {"channel": posted["channel"], "ts": posted["ts"]}
    await sent(address, "press", **place, used='["Trend", ""]')
    await sent(address, "shortcut", **place, callback="ask")
    told = [one.payload["type"] for one in clerk.heard if "event" not in one.payload]
    assert told == ["block_actions", "message_action"]

    trigger = anna.slack.trigger(anna.workspace, anna.person.id)
    await client.views_open(trigger_id=trigger, view=modal(section("Why?")))
    assert anna.modal
    assert "<dialog" not in await sent(address, "close", view=anna.modal.id)


async def test_what_has_gone_cannot_be_pressed(
    clerk: Clerk, anna: Session, address: Address
) -> None:
    general = anna.workspace.channel("general").id
    await sent(address, "press", channel=general, ts="1.0", used='["Trend", ""]')
    await sent(address, "submit", view="V0")

    assert clerk.heard == []


async def test_nobody_reads_a_channel_they_are_not_in(
    client: AsyncWebClient, anna: Session, ben: Session, address: Address
) -> None:
    anna.say("quiet", "for the few")
    anna.workspace.channel("quiet").members.discard(ben.person.id)

    assert "for the few" in await shown(address("quiet"))
    as_ben = address("quiet").replace(anna.person.id, ben.person.id)
    assert "for the few" not in await shown(as_ben)


async def test_a_command_is_not_taken_in_a_thread(
    clerk: Clerk, anna: Session, address: Address
) -> None:
    asked = anna.say("general", "agency rate")
    html = await sent(address, "say", channel=asked.channel, thread=asked.ts, text="/clerk hi")
    assert "not supported" not in html

    assert "/clerk is not supported in threads." in await shown(address(thread=asked.ts))
    assert "command" not in {name for one in clerk.heard for name in one.payload}


async def test_each_workspace_has_its_own_people_and_channels(
    sandbox: Sandbox, anna: Session, address: Address
) -> None:
    plymouth = sandbox.add_workspace("Plymouth")
    cara = plymouth.add_person("cara", "Cara Jones")
    harbour = plymouth.add_channel("harbour", cara)

    html = await shown(address())
    assert "Plymouth" in html
    assert "harbour" not in html
    there = f"{sandbox.slack.url}w/{plymouth.id}/{harbour.id}?as={cara.id}"
    assert "harbour" in await shown(there)
