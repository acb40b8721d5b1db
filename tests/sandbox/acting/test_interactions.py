from typing import Any

import pytest
from aiohttp import ClientSession
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.acting.session import Session
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.timing import ManualTime
from bot.sandbox.wire import RefusalError
from tests.sandbox.app import Clerk
from tests.sandbox.test_block_kit import buttons, field, modal, plain, section


async def with_buttons(sandbox: Sandbox, client: AsyncWebClient) -> None:
    pick = {
        "type": "static_select",
        "action_id": "council",
        "options": [{"text": plain(one.title()), "value": one} for one in ("devon", "bury")],
    }
    blocks = [section("Which council?", accessory=pick), buttons("Trend", "Source")]
    await client.chat_postMessage(channel="#general", text="Which council?", blocks=blocks)


async def test_the_answer_to_a_command_is_shown_to_whoever_typed_it(
    sandbox: Sandbox, clerk: Clerk, anna: Session
) -> None:
    clerk.answers = [(200, {"text": "46%"}), (200, {"text": "46%", "response_type": "in_channel"})]
    await anna.command("agency rate")
    await anna.command("agency rate")

    assert clerk.heard[0].payload["command"] == "/clerk"
    assert [message.visible_to for message in sandbox.posted] == [anna.person.id, ""]


async def test_a_button_tells_what_was_pressed_where_and_by_whom(
    sandbox: Sandbox, client: AsyncWebClient, clerk: Clerk, ben: Session
) -> None:
    await with_buttons(sandbox, client)
    [message] = sandbox.posted
    await ben.press(message, "Trend")

    payload = clerk.heard[-1].payload
    assert payload["type"] == "block_actions"
    assert payload["user"]["id"] == ben.person.id
    assert payload["container"]["message_ts"] == payload["message"]["ts"] == message.ts
    assert payload["actions"][0]["action_id"] == "Trend"
    assert payload["actions"][0]["block_id"] == message.blocks[1]["block_id"]


async def test_what_is_chosen_in_a_menu_stands_in_action_and_state(
    sandbox: Sandbox, client: AsyncWebClient, clerk: Clerk, ben: Session
) -> None:
    await with_buttons(sandbox, client)
    [message] = sandbox.posted
    await ben.press(message, "council", "Bury", {"council": "bury"})

    payload = clerk.heard[-1].payload
    assert payload["actions"][0]["selected_option"]["value"] == "bury"
    held = payload["state"]["values"][message.blocks[0]["block_id"]]["council"]
    assert held["selected_option"]["value"] == "bury"


async def test_nobody_can_press_what_is_not_there(
    sandbox: Sandbox, client: AsyncWebClient, ben: Session
) -> None:
    await with_buttons(sandbox, client)

    with pytest.raises(RefusalError, match="no_such_element"):
        await ben.press(sandbox.posted[0], "Compare")


async def test_a_response_replaces_or_deletes_the_message_of_the_button(
    sandbox: Sandbox, client: AsyncWebClient, clerk: Clerk, ben: Session
) -> None:
    await with_buttons(sandbox, client)
    await ben.press(sandbox.posted[0], "Trend")
    url = clerk.heard[-1].payload["response_url"]

    async with ClientSession() as session:
        await session.post(url, json={"text": "Rising", "replace_original": True})
        assert [message.shown for message in sandbox.posted] == ["Rising"]
        await session.post(url, json={"delete_original": True})
        assert sandbox.posted == []


async def test_a_shortcut_hands_the_message_over(
    sandbox: Sandbox, clerk: Clerk, anna: Session, ben: Session
) -> None:
    written = ben.say("quiet", "agency rate in Assessment")
    await anna.shortcut(written, "ask")

    payload = clerk.heard[-1].payload
    assert (payload["type"], payload["callback_id"]) == ("message_action", "ask")
    assert payload["message"]["text"] == written.text


async def test_the_home_tab_is_told_of_and_published(
    sandbox: Sandbox, client: AsyncWebClient, clerk: Clerk, anna: Session
) -> None:
    anna.open_home()
    await sandbox.deliveries.idle()
    [heard] = clerk.heard
    assert (heard.event["type"], heard.event["tab"]) == ("app_home_opened", "home")

    home: dict[str, Any] = {"type": "home", "blocks": [section("Good morning")]}
    await client.views_publish(user_id=anna.person.id, view=home)
    assert anna.workspace.homes[anna.person.id].content["blocks"][0]["text"]["text"]
    with pytest.raises(SlackApiError, match="hash_conflict"):
        await client.views_publish(user_id=anna.person.id, view=home, hash="stale")


async def test_a_trigger_opens_one_modal_within_three_seconds(
    sandbox: Sandbox, client: AsyncWebClient, clerk: Clerk, anna: Session, time: ManualTime
) -> None:
    await anna.command("why")
    trigger = clerk.heard[-1].payload["trigger_id"]
    await client.views_open(trigger_id=trigger, view=modal(section("Why?")))
    assert anna.modal
    assert anna.modal.content["title"]["text"] == "Ask"
    with pytest.raises(SlackApiError, match="exchanged_trigger_id"):
        await client.views_open(trigger_id=trigger, view=modal(section("Why?")))

    await anna.command("why")
    time.advance(3.1)
    with pytest.raises(SlackApiError, match="expired_trigger_id"):
        await client.views_open(
            trigger_id=clerk.heard[-1].payload["trigger_id"], view=modal(section("Why?"))
        )


async def opened(client: AsyncWebClient, clerk: Clerk, anna: Session, **element: Any) -> Any:
    await anna.command("why")
    view = modal(
        {**field(action_id="reason", **element), "block_id": "why"},
        submit=plain("Send"),
        callback_id="why",
        notify_on_close=True,
    )
    trigger_id = clerk.heard[-1].payload["trigger_id"]
    await client.views_open(trigger_id=trigger_id, view=view)
    return anna.modal


async def test_what_was_typed_is_submitted_and_the_modal_closes(
    client: AsyncWebClient, clerk: Clerk, anna: Session
) -> None:
    view = await opened(client, clerk, anna, type="plain_text_input")
    await anna.submit(view, {"reason": "The month is wrong"})

    payload = clerk.heard[-1].payload
    assert (payload["type"], payload["view"]["callback_id"]) == ("view_submission", "why")
    held = payload["view"]["state"]["values"]["why"]["reason"]
    assert held == {"type": "plain_text_input", "value": "The month is wrong"}
    assert anna.modal is None


async def test_a_required_field_left_empty_keeps_slack_from_submitting(
    client: AsyncWebClient, clerk: Clerk, anna: Session
) -> None:
    view = await opened(client, clerk, anna, type="plain_text_input")
    before = len(clerk.heard)
    await anna.submit(view)

    assert len(clerk.heard) == before
    assert list(view.errors) == ["why"]


async def test_the_app_may_find_errors_change_push_or_clear(
    client: AsyncWebClient, clerk: Clerk, anna: Session
) -> None:
    view = await opened(client, clerk, anna, type="plain_text_input")
    again = {**modal(section("Thanks")), "callback_id": "thanks"}

    clerk.answers = [(200, {"response_action": "errors", "errors": {"why": "Too short"}})]
    await anna.submit(view, {"reason": "x"})
    assert view.errors == {"why": "Too short"}

    clerk.answers = [(200, {"response_action": "push", "view": again})]
    await anna.submit(view, {"reason": "x"})
    assert anna.modal
    assert anna.modal.previous == view.id

    clerk.answers = [(200, {"response_action": "update", "view": again})]
    await anna.submit(anna.modal)
    assert anna.modal.content["callback_id"] == "thanks"

    clerk.answers = [(200, {"response_action": "clear"})]
    await anna.submit(anna.modal)
    assert anna.modal is None


async def test_a_modal_stays_when_the_app_does_not_answer(
    client: AsyncWebClient, clerk: Clerk, anna: Session
) -> None:
    view = await opened(client, clerk, anna, type="plain_text_input")
    clerk.answers = [(500, None)]
    await anna.submit(view, {"reason": "x"})

    assert list(anna.workspace.views.values()) == [view]
    assert view.errors


async def test_a_file_comes_with_the_modal(
    client: AsyncWebClient, clerk: Clerk, anna: Session
) -> None:
    view = await opened(client, clerk, anna, type="file_input", filetypes=["csv"])
    file = anna.upload("rates.csv", b"a,b\n1,2\n")
    await anna.submit(view, {"reason": [file.id]})

    held = clerk.heard[-1].payload["view"]["state"]["values"]["why"]["reason"]
    assert [one["name"] for one in held["files"]] == ["rates.csv"]


async def test_an_app_may_be_told_that_its_modal_was_closed(
    client: AsyncWebClient, clerk: Clerk, anna: Session
) -> None:
    view = await opened(client, clerk, anna, type="plain_text_input")
    await anna.close(view)

    assert clerk.heard[-1].payload["type"] == "view_closed"
    assert anna.modal is None


async def test_prompts_and_status_stand_beside_a_conversation_until_a_reply(
    client: AsyncWebClient, anna: Session
) -> None:
    asked = anna.direct("agency rate")
    prompts = [{"title": "Agency rate", "message": "agency rate in Assessment"}]
    await client.api_call(
        "assistant.threads.setSuggestedPrompts",
        json={"channel_id": asked.channel, "prompts": prompts},
    )
    await client.assistant_threads_setStatus(
        channel_id=asked.channel, thread_ts=asked.ts, status="is looking it up"
    )
    beside = anna.workspace.conversing
    assert beside[asked.channel, ""].prompts == prompts
    assert beside[asked.channel, asked.ts].status == "is looking it up"

    await client.chat_postMessage(channel=asked.channel, thread_ts=asked.ts, text="46%")
    assert beside[asked.channel, asked.ts].status == ""


async def test_a_response_stands_in_the_channel_unless_it_is_public_and_names_a_thread(
    sandbox: Sandbox, client: AsyncWebClient, clerk: Clerk, anna: Session
) -> None:
    asked = anna.say("general", "agency rate")
    place: Any = {"channel": asked.channel, "thread_ts": asked.ts}
    await client.chat_postMessage(**place, text="46%", blocks=[buttons("Trend")])
    await anna.press(sandbox.posted[0], "Trend")
    url = clerk.heard[-1].payload["response_url"]

    async with ClientSession() as session:
        for kind in ("ephemeral", "in_channel"):
            said = {"text": kind, "response_type": kind, "thread_ts": asked.ts}
            await session.post(url, json=said)
    threads = {message.text: message.thread_ts for message in sandbox.posted[1:]}
    assert threads == {"ephemeral": "", "in_channel": asked.ts}
