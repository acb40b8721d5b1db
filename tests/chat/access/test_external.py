"""/muster external on and off: for admins, for one channel, until it is ended."""

import pytest

from bot.listeners.conversation.access.admission import NOT_FOR_YOU
from tests.chat.access.conftest import AUDIT, PARTNERS
from tests.chat.slack.workspace import Workspace

QUESTION = "agency rate for social workers in Assessment"
OPEN = "Everybody in this channel may ask me here"
CLOSED = "In this channel I answer members of this workspace alone"


async def test_a_channel_is_closed_until_an_admin_opens_it(workspace: Workspace) -> None:
    assert (await workspace.command("external", channel=AUDIT)).text.startswith(CLOSED)
    assert (await workspace.command("external on", channel=AUDIT)).text.startswith(OPEN)
    assert (await workspace.command("External", channel=AUDIT)).text.startswith(OPEN)
    assert (await workspace.command(" external OFF ", channel=AUDIT)).text.startswith(CLOSED)
    reply = await workspace.mention(QUESTION, by="gail", channel=AUDIT)
    assert reply.text == NOT_FOR_YOU


async def test_one_channel_is_opened_and_no_other(workspace: Workspace) -> None:
    await workspace.command("external on", channel=AUDIT)
    assert (await workspace.mention(QUESTION, by="ed", channel=PARTNERS)).text == NOT_FOR_YOU
    assert (await workspace.message(QUESTION, by="gail")).text == NOT_FOR_YOU


@pytest.mark.parametrize("order", ["external on", "external off"])
async def test_only_an_admin_opens_and_closes(opened: Workspace, order: str) -> None:
    for who in ("ben", "gail"):
        reply = await opened.command(order, by=who, channel=AUDIT)
        assert reply.text.startswith("Only an admin of this workspace")
    assert (await opened.command("external", channel=AUDIT)).text.startswith(OPEN)


async def test_it_is_of_channels_and_not_of_messages_to_muster(workspace: Workspace) -> None:
    anna = workspace.people["anna"]
    direct = workspace.council.direct(anna.person, anna.bot)
    reply = await workspace.command("external on", channel=direct.id)
    assert reply.text.startswith("That can be set for a channel only")


async def test_other_words_are_a_question(workspace: Workspace) -> None:
    reply = await workspace.command("external agency rate", channel=AUDIT)
    assert not reply.text.startswith((OPEN, CLOSED))


async def test_a_guest_changes_no_setting_of_a_channel(opened: Workspace) -> None:
    reply = await opened.command("council Devon for this channel", by="gail", channel=AUDIT)
    assert reply.text == "Only a member of this workspace can set the council for a channel."
    assert "No council is set." in (await opened.command("council", channel=AUDIT)).text
