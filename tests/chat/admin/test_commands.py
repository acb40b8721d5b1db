"""/muster-admin: the menu, what is typed behind it, and its buttons."""

import pytest

from bot.sandbox.web_api.faults import lost_call
from tests.chat.admin.conftest import Desk

QUESTION = "agency fte social workers Assessment Devon July 2023"


async def test_alone_it_opens_a_menu_of_all_there_is(desk: Desk) -> None:
    assert await desk.command("") == []
    view = desk.modal().content
    labels = [
        element["text"]["text"]
        for block in view["blocks"]
        if block["type"] == "actions"
        for element in block["elements"]
    ]
    assert {"History", "Take an import back", "Audit log"} <= set(labels)


async def test_a_button_of_the_menu_turns_it_into_the_form_which_is_done(desk: Desk) -> None:
    number = desk.load("Assessment,Jul 23,27")
    await desk.command("")
    await desk.press(desk.modal(), "Take an import back")
    assert desk.modal().content["title"]["text"] == "Take an import back"
    [told] = await desk.submit({"number": str(number)})
    assert told.is_private
    assert told.shown == f"Import {number} is taken back."


async def test_a_command_without_what_it_needs_opens_its_form(desk: Desk) -> None:
    assert await desk.command("undo") == []
    assert desk.modal().content["callback_id"] == "admin_undo"


async def test_what_is_no_command_opens_the_menu(desk: Desk) -> None:
    assert await desk.command("fly to the moon") == []
    assert desk.modal().content["callback_id"] == "admin_menu"


async def test_nothing_loaded_has_no_history_and_no_log(desk: Desk) -> None:
    assert (await desk.told("history")).shown == "Nothing has been loaded here yet."
    assert (await desk.told("audit")).shown == "Nobody has changed anything here yet."


async def test_an_import_is_taken_back_from_the_history_and_put_in_again(desk: Desk) -> None:
    number = desk.load("Assessment,Jul 23,27")
    assert "figures.csv" in (await desk.workspace.mention(QUESTION)).shown
    history = await desk.told("history")
    assert f"{number}: figures.csv, 1 figure" in history.text
    [] = await desk.press(history, "Take back")
    assert history.shown == f"Import {number} is taken back."
    assert "figures.csv" not in (await desk.workspace.mention(QUESTION)).shown
    [] = await desk.press(history, "Put in again")
    assert history.shown == f"Import {number} is in again."
    log = (await desk.told("audit")).shown
    assert f"Anna Ward ({desk.workspace.people['anna'].person.id}) · redo {number}" in log


async def test_an_import_that_is_not_there_is_said_and_may_be_tried_again(desk: Desk) -> None:
    told = await desk.told("undo 99")
    assert told.shown == "There is no import 99 that is loaded.\nNothing was changed."
    assert await desk.press(told, "Try again") == []
    field, in_words = desk.modal().content["blocks"]
    assert field["element"]["initial_value"] == "99"
    assert in_words["elements"][0]["text"] == "In words: /muster-admin undo 12"


async def test_a_mistake_of_ours_is_no_reason_to_tell(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mistaken(*_: object) -> None:
        raise KeyError("workspace")

    monkeypatch.setattr("bot.listeners.admin.acts.figures.imports", mistaken)
    assert (await desk.told("history")).shown.startswith("Sorry, something went wrong")


async def test_figures_changed_since_are_named(desk: Desk) -> None:
    first = desk.load("Assessment,Jul 23,27")
    second = desk.load("Assessment,Jul 23,28")
    told = await desk.told(f"undo {first}")
    assert f"were changed since by import {second} (figures.csv); take that back first" in told.text


async def test_a_menu_that_comes_too_late_is_offered_as_a_button(desk: Desk) -> None:
    desk.workspace.slack.faults.inject("views.open", lost_call())
    assert await desk.command("undo") == []
    [told] = await desk.workspace.later(60)
    assert [one.error for one in desk.workspace.slack.refused] == ["expired_trigger_id"]
    desk.workspace.slack.calls.clear()
    assert await desk.press(told, "Take an import back") == []
    assert desk.modal().content["callback_id"] == "admin_undo"


@pytest.mark.parametrize("act", ["command", "press", "submission"])
async def test_who_is_no_admin_is_told_whom_to_ask(desk: Desk, act: str) -> None:
    number = desk.load("Assessment,Jul 23,27")
    if act == "command":
        [told] = await desk.command(f"undo {number}", by="ben")
    elif act == "press":
        history = await desk.told("history")
        [told] = await desk.press(history, "Take back", by="ben")
    else:
        await desk.command("undo")
        desk.modal().user = desk.workspace.people["ben"].person.id
        [told] = await desk.submit({"number": str(number)}, by="ben")
    assert "Only admins load and change figures." in told.shown
    assert "Ask an admin of this Slack workspace" in told.shown
    assert "1 figure ·" in (await desk.told("history")).text
