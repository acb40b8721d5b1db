"""What nobody asked for just now, such as a correction, is not said where others read along."""

import pytest

from bot.delivery.outgoing import Outgoing, Way
from bot.sandbox.web_api.faults import refusal
from bot.settings import Settings
from db import delivery
from db.session import engine_for
from tests.chat.access.conftest import AUDIT, PARTNERS
from tests.chat.slack.posted import Posted
from tests.chat.slack.workspace import Workspace

SAID = "The figure has since been corrected."


async def said(workspace: Workspace, known: Settings, place: str) -> list[Posted]:
    """Write a post that nobody asked for; give what was posted of it."""
    post = Outgoing(Way.CHANNEL, place, "", SAID, unasked=True).written()
    now = workspace.time.now().timestamp()
    engine = engine_for(delivery.delivery_url(known.database_url))
    with delivery.recording(engine) as conn:
        assert delivery.write(conn, workspace.council.id, f"correction {place}", post, now, now)
    engine.dispose()
    return await workspace.later(1)


async def test_nothing_is_said_where_another_organisation_reads_along(
    workspace: Workspace, known: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    assert await said(workspace, known, workspace.council.channel(PARTNERS).id) == []
    assert await workspace.later(3_600) == []
    assert "was not posted: shared_channel" in caplog.text


async def test_in_a_channel_of_ones_own_it_is_said(workspace: Workspace, known: Settings) -> None:
    [post] = await said(workspace, known, workspace.council.channel(AUDIT).id)
    assert post.text == SAID


async def test_in_an_opened_channel_it_is_said(opened: Workspace, known: Settings) -> None:
    [post] = await said(opened, known, opened.council.channel(PARTNERS).id)
    assert post.text == SAID


async def test_to_one_person_it_is_said(workspace: Workspace, known: Settings) -> None:
    anna = workspace.people["anna"]
    direct = workspace.council.direct(anna.person, anna.bot)
    assert len(await said(workspace, known, direct.id)) == 1


async def test_where_slack_does_not_say_who_reads_along_nothing_is_said(
    workspace: Workspace, known: Settings
) -> None:
    workspace.slack.faults.inject("conversations.info", refusal("missing_scope"))
    assert await said(workspace, known, workspace.council.channel(AUDIT).id) == []
