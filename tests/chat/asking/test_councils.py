"""A council set by chat, and shown in each reply that used it."""

import pytest

from bot.sandbox.web_api.faults import refusal
from tests.chat.slack.workspace import Workspace

QUESTION = "agency rate for social workers"
NOTE = "is the council set"


async def test_a_persons_council_is_meant_and_shown(workspace: Workspace) -> None:
    said = await workspace.command("council Devon")
    assert "Devon is now the council for you" in said.text
    reply = await workspace.command(QUESTION)
    assert "Devon is the council set for you." in reply.text
    assert NOTE not in (await workspace.command(QUESTION, by="ben")).text


async def test_a_place_that_is_named_needs_no_setting(workspace: Workspace) -> None:
    await workspace.command("council Devon")
    assert NOTE not in (await workspace.command(f"{QUESTION} in Croydon")).text


async def test_in_a_channel_its_own_setting_goes_before_the_persons(workspace: Workspace) -> None:
    await workspace.command("council Dudley")
    await workspace.command("council Devon for this channel")
    assert "Devon is the council set for this channel." in (await workspace.mention(QUESTION)).text
    assert "Dudley is the council set for you." in (await workspace.command(QUESTION)).text


async def test_a_workspaces_council_is_everybodys(workspace: Workspace) -> None:
    await workspace.command("council devn for everyone")
    reply = await workspace.message(QUESTION)
    assert "Devon is the council set for this workspace." in reply.text


async def test_a_workspaces_council_is_for_its_admins_to_set(workspace: Workspace) -> None:
    said = await workspace.command("council Devon for everyone", by="ben")
    assert said.text == "Only an admin of this workspace can set the council for everyone."
    assert "No council is set." in (await workspace.command("council")).text


async def test_where_slack_does_not_say_who_is_an_admin_nothing_is_set(
    workspace: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    await workspace.command("council")
    workspace.slack.faults.inject("users.info", refusal("missing_scope"))
    said = await workspace.command("council none for everyone")
    assert "Only an admin" in said.text
    assert "Slack did not say who this user is: missing_scope" in caplog.text


async def test_a_setting_is_shown_and_ended(workspace: Workspace) -> None:
    assert "No council is set." in (await workspace.command("council")).text
    await workspace.command("council Devon")
    assert "Devon is the council set for you." in (await workspace.command("council")).text
    assert "No council is set for you any more." in (await workspace.command("council none")).text
    assert NOTE not in (await workspace.command(QUESTION)).text


@pytest.mark.parametrize("words", ["council Atlantis", "council Devon and Dudley", "council 69"])
async def test_a_council_that_is_not_one(workspace: Workspace, words: str) -> None:
    reply = await workspace.command(words)
    assert "I don't see which council you mean." in reply.text
    assert "Devon" in reply.text
