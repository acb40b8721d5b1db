"""Buttons under a preview that has ended meanwhile, or of which something is not as it was."""

from typing import Any

import pytest

from bot.loading.loads import Loader
from bot.reply.slack.admin.preview import Part, Question, Shown, preview_blocks, preview_lines
from bot.sandbox.workspace.messages import Message
from db.admin import end_pending
from db.session import writing
from tests.chat.admin.conftest import Desk, elements_in
from tests.chat.admin.pending.previews import JULY, previewed
from tests.chat.slack.posted import Posted


def kept(desk: Desk, preview: Posted) -> Posted:
    """Give a copy of a preview, as somebody may have it open elsewhere."""
    blocks = [dict(one) for one in preview.blocks]
    message = Message(
        preview.message.channel,
        preview.message.user,
        preview.text,
        blocks=blocks,
        bot_id=preview.message.bot_id,
        visible_to=preview.message.visible_to,
    )
    return Posted(desk.workspace.council.keep(message))


@pytest.mark.parametrize("label", ["Load", "Cancel", "Full report (CSV)"])
async def test_what_was_loaded_stays_so_whatever_is_pressed(desk: Desk, label: str) -> None:
    preview = await previewed(desk)
    copy = kept(desk, preview)
    await desk.press(preview, "Load")
    told = await desk.press(copy, label)
    assert (told[0] if told else copy).shown == "july.csv is loaded as import 2."
    assert (await desk.told("history")).text.count("july.csv") == 1


async def test_a_question_of_what_has_ended_is_not_answered(desk: Desk) -> None:
    preview = await previewed(desk, JULY.replace("Agency FTE", "Flexi"))
    copy, modal = kept(desk, preview), kept(desk, preview)
    [menu] = [one for one in elements_in(copy) if one["type"] == "static_select"]
    person = desk.workspace.people["anna"]
    other = menu["options"][-1]["value"]
    await desk.workspace.upon(lambda: person.press(modal.message, menu["action_id"], other))
    await desk.press(preview, "Cancel")
    left_out = menu["options"][0]["value"]
    await desk.workspace.upon(lambda: person.press(copy.message, menu["action_id"], left_out))
    assert copy.shown == "That was cancelled; nothing was loaded."
    assert await desk.submit({"answer": "metric:agency_fte"}) == []
    assert modal.shown == "That was cancelled; nothing was loaded."


async def test_a_question_that_is_open_no_more_shows_what_is(desk: Desk) -> None:
    preview = await previewed(desk, JULY.replace("Agency FTE", "Flexi"))
    copy = kept(desk, preview)
    [menu] = [one for one in elements_in(preview) if one["type"] == "static_select"]
    left_out = menu["options"][0]["value"]
    person = desk.workspace.people["anna"]
    await desk.workspace.upon(lambda: person.press(preview.message, menu["action_id"], left_out))
    await desk.workspace.upon(lambda: person.press(copy.message, menu["action_id"], left_out))
    assert "Nothing would change." in copy.shown


async def test_what_still_has_a_question_is_not_loaded_whatever_is_pressed(desk: Desk) -> None:
    preview = await previewed(desk, JULY.replace("Agency FTE", "Flexi"))
    cancel = next(one for one in elements_in(preview) if one["action_id"] == "admin_cancel")
    load = {**cancel, "action_id": "admin_load"}
    preview.message.blocks = [{"type": "actions", "block_id": "b", "elements": [load]}]
    await desk.press(preview, "Cancel")
    assert "What does the column 'Flexi' hold?" in preview.shown
    assert (await desk.told("history")).shown == "Nothing has been loaded here yet."


async def test_what_somebody_cancels_at_the_same_moment_is_not_loaded(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview = await previewed(desk)
    pending = elements_in(preview)[0]["value"]
    load = Loader.load

    def cancelled_first(loader: Loader, *given: Any) -> Any:
        with writing(loader.engine) as conn:
            assert end_pending(conn, loader.scope, pending, "cancelled")
        return load(loader, *given)

    monkeypatch.setattr(Loader, "load", cancelled_first)
    await desk.press(preview, "Load")
    assert preview.shown == "That was cancelled; nothing was loaded."
    assert (await desk.told("history")).shown == "Nothing has been loaded here yet."


async def test_what_waits_for_more_than_a_week_is_let_go(desk: Desk) -> None:
    preview = await previewed(desk)
    desk.workspace.time.advance(8 * 86_400)
    await previewed(desk, name="august.csv")
    copy = kept(desk, preview)
    await desk.press(copy, "Load")
    assert "has waited for more than a week" in copy.shown


async def test_what_is_not_of_this_workspace_is_not_there(desk: Desk) -> None:
    preview = await previewed(desk)
    load = {**elements_in(preview)[0], "value": "0123456789"}
    preview.message.blocks = [{"type": "actions", "block_id": "b", "elements": [load]}]
    [told] = await desk.press(preview, "Load")
    assert "I no longer have that file; load it again." in told.shown


async def test_a_button_of_another_time_is_said_to_be_unknown(desk: Desk) -> None:
    preview = await previewed(desk)
    old = {**elements_in(preview)[0], "action_id": "admin_fly"}
    preview.message.blocks = [{"type": "actions", "block_id": "b", "elements": [old]}]
    [told] = await desk.press(preview, "Load")
    assert "I no longer know that button; type /muster-admin." in told.shown


async def test_what_is_released_of_all_councils_is_left_to_whoever_runs_muster(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.listeners.admin.acts.loading.is_released", lambda _: True)
    told = await previewed(desk)
    assert "is loaded once for everybody by whoever runs Muster" in told.shown


async def test_where_slack_takes_no_more_it_is_brief_and_can_be_loaded(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.sandbox.web_api.content.LONGEST_TEXT_BLOCKS", 150)
    preview = await previewed(desk)
    assert "1 figure new" in preview.shown
    assert "Newest figures" not in preview.shown
    await desk.press(preview, "Load")
    assert "is loaded as import 2" in preview.shown
    assert {one.error for one in desk.workspace.slack.refused} == {"msg_blocks_too_long"}
    desk.workspace.slack.calls.clear()


def test_a_long_question_is_cut_and_no_entity_in_it() -> None:
    asked = Question("q1", "&" * 900, (), has_more=True)
    shown = Shown("p1", "Said.", (), [asked], is_loadable=False)
    [question] = [one for one in preview_blocks(shown) if "accessory" in one]
    assert question["text"]["text"] == f"*Question*\n{'&amp;' * 300}…"


async def test_a_preview_of_many_faults_fits_into_a_message(desk: Desk) -> None:
    rows = "".join(
        f"Nowhere {'x' * 60} {n},Social workers,Jul 23,{'y' * 79}{n}\n" for n in range(60)
    )
    preview = await previewed(desk, JULY + rows)
    assert "60 refused" in preview.shown
    assert "more; the full report has them all." in preview.shown
    assert "Load" in preview.buttons()


def test_a_long_part_is_cut_with_a_count_of_what_is_left() -> None:
    refused = Part("Refused", [f"line {number}" for number in range(40)], 50)
    options = [(f"Metric {number}", str(number)) for number in range(150)]
    shown = Shown(
        pending="p1",
        said="Said.",
        parts=(refused, Part("Long", ["x" * 2_500])),
        questions=[Question("q1", "Which?", options, has_more=True)],
        is_loadable=True,
    )
    blocks = preview_blocks(shown)
    assert "… and 40 more; the full report has them all." in blocks[2]["text"]["text"]
    assert blocks[3]["text"]["text"].endswith("… and 1 more; the full report has them all.")
    assert blocks[1]["accessory"]["type"] == "button"
    assert preview_lines(shown).said[-1] == "Which?"
