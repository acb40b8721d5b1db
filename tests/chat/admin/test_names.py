"""Names that admins add in Slack, in words and by the forms."""

import pytest

from bot.sandbox.acting.interacting import Entries
from tests.chat.admin.conftest import Desk

ADDED = "Night Desk is a team of Devon now."


async def submitted(desk: Desk, label: str, entries: Entries) -> str:
    """Press something on the menu, fill its form in; give what was told."""
    await desk.command("")
    await desk.press(desk.modal(), label)
    [told] = await desk.submit(entries)
    return told.shown


async def test_a_team_is_added_renamed_and_moved_in_words(desk: Desk) -> None:
    assert (await desk.told("team add Devon Night Desk")).shown == ADDED
    assert (await desk.told('team add "Devon" Late Desk under Night Desk')).shown.startswith("Late")
    renamed = (await desk.told("team rename Night Desk = Dawn Desk")).shown
    assert renamed == "Night Desk is called Dawn Desk now; the old name is understood too."
    moved = (await desk.told("team move Late Desk under Assessment")).shown
    assert moved == "Late Desk, Devon is part of Assessment, Devon now."


async def test_a_team_is_added_renamed_and_moved_by_forms(desk: Desk) -> None:
    entries: Entries = {"council": "devon", "name": "Night Desk"}
    assert await submitted(desk, "Add a team", entries) == ADDED
    key = "devon/night_desk"
    renamed = await submitted(desk, "Rename a team", {"team": key, "name": "Dawn Desk"})
    assert renamed.startswith("Night Desk is called Dawn Desk now")
    moved = await submitted(desk, "Move a team", {"team": key, "under": "devon/assessment"})
    assert "is part of Assessment, Devon now." in moved
    moved = await submitted(desk, "Move a team", {"team": key})
    assert "is part of Devon now." in moved


async def test_an_alias_is_understood_from_then_on(desk: Desk) -> None:
    told = await desk.told("alias \u201cfront door\u201d = Assessment")
    assert told.shown == "“front door” now means Assessment, Devon."
    question = "agency rate for social workers in front door"
    assert "69%" in (await desk.workspace.mention(question)).shown
    by_form = await submitted(
        desk,
        "Let a word mean something",
        {"phrase": "flexi people", "meaning": "metric:agency_fte"},
    )
    assert by_form == "“flexi people” now means Agency FTE."


async def test_metrics_roles_and_councils_are_added(desk: Desk) -> None:
    metric = await desk.told("metric add Supervisions held in supervisions better up")
    assert metric.shown == "Supervisions held, in supervisions, can be loaded and asked for now."
    assert (await desk.told("role add Youth mentors")).shown == "Youth mentors is a role group now."
    council = await desk.told("council add Avonford Borough Council = Avonford")
    assert council.shown == "Avonford is a council now."
    entries: Entries = {"name": "Reviews", "unit": "reviews", "better": "down"}
    assert (await submitted(desk, "Add a metric", entries)).startswith("Reviews, in reviews")
    entries = {"name": "Duty managers", "under_role": "management_and_leadership"}
    assert (await submitted(desk, "Add a role group", entries)).startswith("Duty managers")
    assert (await submitted(desk, "Add a council", {"name": "Rivermouth"})).startswith("Rivermouth")


async def test_small_groups_of_a_metric_are_kept_back_or_shown(desk: Desk) -> None:
    shown = (await desk.told("disclosure leavers off")).shown
    assert shown.startswith(
        "Leavers: counts from 1 to 4 and rates on fewer than 5 people are shown"
    )
    kept = await submitted(desk, "Keep small groups back", {"metric": "leavers", "rule": "default"})
    assert "are kept back from the next load on" in kept
    assert "may mean nothing" in (await desk.told("disclosure nothing at all off")).shown


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("team add Devon =cmd()", "is no name"),
        ("team add Atlantis Night Desk", "No council is called so"),
        ('team add "" Night Desk', "No council is called so"),
        ("team rename Nowhere Desk = Dawn", "may mean no team"),
        ("team rename Assessment = Triage", "published"),
        ("alias blue door = nothing at all", "may mean nothing"),
        ("metric add Agency rate in %", "there is a metric"),
    ],
)
async def test_a_name_that_will_not_do_is_said_and_may_be_tried_again(
    desk: Desk, text: str, said: str
) -> None:
    told = await desk.told(text)
    assert said.lower() in told.shown.lower()
    assert "Nothing was changed." in told.shown
    assert told.buttons() == ["Try again"]
    assert (await desk.told("audit")).shown == "Nobody has changed anything here yet."
