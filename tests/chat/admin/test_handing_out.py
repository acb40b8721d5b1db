"""Exports, the template and what is late; who the admins are."""

import io

import pytest
from python_calamine import CalamineWorkbook

from bot.sandbox.web_api.faults import lost_reply, server_error
from tests.chat.admin.conftest import Desk
from tests.chat.admin.pending.previews import previewed
from tests.chat.slack.posted import Posted


def handed_out(posted: list[Posted]) -> tuple[str, bytes]:
    """Give the one file among what was posted."""
    [file] = [file for one in posted for file in one.message.files]
    return file.name, file.content


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
async def test_what_is_held_is_handed_out_and_loads_again_without_a_change(
    desk: Desk, kind: str
) -> None:
    desk.load("Assessment,Jul 23,27")
    name, content = handed_out(await desk.command(f"export {kind}"))
    assert name == f"muster 2024-06-11.{kind}"
    again = await previewed(desk, content, name, council="")
    assert "0 figures new, 0 changed, 1 as they were" in again.shown


async def test_an_export_by_the_form_may_hold_the_published_figures_too(desk: Desk) -> None:
    await desk.command("export")
    _, content = handed_out(await desk.submit({"kind": "csv", "which": "published"}))
    assert content.count(b"\n") > 400


async def test_a_file_whose_arrival_is_unknown_is_looked_for_and_comes_once(desk: Desk) -> None:
    desk.workspace.slack.faults.inject("files.completeUploadExternal", lost_reply())
    await desk.command("template")
    await desk.workspace.later(60)
    files = [file for one in desk.workspace.posted for file in one.message.files]
    assert [file.name for file in files] == ["muster template.xlsx"]


async def test_a_file_that_was_not_handed_out_is_handed_out_later(desk: Desk) -> None:
    desk.workspace.slack.faults.inject("files.completeUploadExternal", server_error())
    await desk.command("template")
    name, _ = handed_out(await desk.workspace.later(60))
    assert name == "muster template.xlsx"
    desk.workspace.slack.calls.clear()


async def test_an_export_of_nothing_says_so(desk: Desk) -> None:
    assert (await desk.told("export csv")).shown == "Nothing has been loaded here yet."


async def test_the_template_is_a_workbook_with_an_explanation(desk: Desk) -> None:
    name, content = handed_out(await desk.command("template"))
    assert name == "muster template.xlsx"
    sheets = CalamineWorkbook.from_filelike(io.BytesIO(content)).sheet_names
    assert sheets == ["Figures", "How to fill it in"]


async def test_what_is_late_is_listed(desk: Desk) -> None:
    assert "Devon: last" in (await desk.told("freshness")).shown
    months = ("Jan 30", "Feb 30", "Mar 30", "Apr 30")
    desk.load(*(f"Assessment,{month},27" for month in months))
    assert "2030" not in (await desk.told("freshness")).shown


async def test_somebody_who_is_named_may_until_they_are_not(desk: Desk) -> None:
    ben = desk.workspace.people["ben"].person
    assert "Only admins" in (await desk.told("history", by="ben")).shown
    named = await desk.told(f"admins add <@{ben.id}|ben>")
    assert named.shown == "Ben Okafor may load and change figures now."
    assert (await desk.told(f"admins add <@{ben.id}>")).shown == named.shown
    assert "Nothing has been loaded" in (await desk.told("history", by="ben")).shown
    who = await desk.told("admins")
    assert "Ben Okafor, named by Anna Ward" in who.text
    assert await desk.press(who, "Remove") == []
    assert who.shown == "Ben Okafor may no longer load and change figures."
    refused = (await desk.told("history", by="ben")).shown
    assert "Ask an admin of this Slack workspace to do it" in refused
    log = (await desk.told("audit")).shown
    assert log.count(f"admins add Ben Okafor ({ben.id})") == 1
    assert f"admins remove Ben Okafor ({ben.id})" in log


async def test_those_who_are_named_are_who_to_ask(desk: Desk) -> None:
    await desk.command("admins add")
    ben = desk.workspace.people["ben"].person
    await desk.submit({"person": ben.id})
    cleo = desk.workspace.council.add_person("cleo", "Cleo Marsh")
    desk.workspace.council.channel("service").members.add(cleo.id)
    desk.workspace.people["cleo"] = desk.workspace.slack.session(cleo)
    refused = (await desk.told("history", by="cleo")).shown
    assert "Ask an admin of this Slack workspace, or Ben Okafor, to do it" in refused


@pytest.mark.parametrize("who", ["guest", "bot", "nobody"])
async def test_guests_and_bots_cannot_be_named(desk: Desk, who: str) -> None:
    council = desk.workspace.council
    guest = council.add_person("gail", "Gail Munro", is_guest=True)
    assert council.bot
    person = {"guest": guest.id, "bot": council.bot.id, "nobody": "U0NOBODY"}[who]
    told = await desk.told(f"admins add <@{person}>")
    assert "Nothing was changed." in told.shown
    desk.workspace.slack.calls.clear()


async def test_a_slack_admin_is_not_taken_away_here(desk: Desk) -> None:
    anna = desk.workspace.people["anna"].person
    told = await desk.told(f"admins remove <@{anna.id}>")
    assert "set in Slack itself" in told.shown


async def test_whom_slack_does_not_know_nothing_is_done_for(desk: Desk) -> None:
    desk.workspace.slack.faults.inject("users.info", server_error())
    told = await desk.told("history")
    assert "Slack did not say just now who you are" in told.shown
    desk.workspace.slack.calls.clear()
