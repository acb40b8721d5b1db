"""What leads on from an answer, thumbs, and private answers shared."""

import pytest

from bot.settings import Settings
from db import delivery
from db.session import read_engine_for
from tests.chat.slack.workspace import CHANNEL, Workspace

QUESTION = "agency rate for social workers in Devon"
FIGURE = "45%"


async def test_an_answer_has_three_buttons_of_which_the_first_repairs_it(
    workspace: Workspace,
) -> None:
    labels = list((await workspace.mention(QUESTION)).labels())
    assert labels == ["Not what I meant", "Trend", "Compare", "Helpful", "Not helpful"]


@pytest.mark.parametrize("words", ["help", "qwertyuiop", "vacancy rate in Dudley 1999"])
async def test_what_is_no_answer_has_none(workspace: Workspace, words: str) -> None:
    assert (await workspace.mention(words)).labels() == {}


async def test_the_trend_of_an_answer(workspace: Workspace) -> None:
    reply = await workspace.mention(QUESTION)
    [trend] = await workspace.press(reply, "Trend")
    assert trend.thread_ts == reply.thread_ts
    assert FIGURE in trend.text
    assert "July 2023" in trend.text


async def test_the_others_beside_an_answer(workspace: Workspace) -> None:
    reply = await workspace.mention("agency rate for social workers in Assessment")
    [beside] = await workspace.press(reply, "Compare")
    assert "1. " in beside.text
    assert "Assessment" in beside.text


async def test_the_source_of_a_private_answer(workspace: Workspace) -> None:
    reply = await workspace.command(QUESTION)
    [source] = await workspace.press(reply, "Source")
    assert source.private
    assert "Scrutiny" in source.text


async def test_a_private_answer_is_shared_as_it_was(workspace: Workspace) -> None:
    reply = await workspace.command(QUESTION)
    [shared] = await workspace.press(reply, "Share in channel")
    assert not shared.private
    assert shared.channel == CHANNEL
    assert shared.text.startswith(reply.text.splitlines()[0])
    assert await workspace.press(reply, "Share in channel") == []


async def test_a_message_is_asked_about(workspace: Workspace) -> None:
    [reply] = await workspace.ask_about(f"Does anybody know the {QUESTION}?")
    assert reply.private
    assert FIGURE in reply.text


async def test_a_thumb_up(workspace: Workspace, known: Settings) -> None:
    reply = await workspace.mention(QUESTION)
    [thanks] = await workspace.press(reply, "Helpful")
    assert (thanks.text, thanks.private) == ("Thank you.", True)
    assert ratings(known) == [("U0ANNA", True, "")]


async def test_a_thumb_down_with_its_reason(workspace: Workspace, known: Settings) -> None:
    reply = await workspace.mention(QUESTION)
    [why] = await workspace.press(reply, "Not helpful")
    assert why.private
    await workspace.press(why, "Not the figure I asked for")
    await workspace.press(reply, "Helpful", person="U0BEN")
    assert ratings(known) == [
        ("U0ANNA", False, "Not the figure I asked for"),
        ("U0BEN", True, ""),
    ]


def ratings(known: Settings) -> list[tuple[str, bool, str]]:
    """What people thought of the answers, by person."""
    engine = read_engine_for(delivery.delivery_url(known.database_url))
    with engine.connect() as conn:
        rows = conn.exec_driver_sql("SELECT person, good, reason FROM feedback ORDER BY person")
        found = [(person, bool(good), reason) for person, good, reason in rows]
    engine.dispose()
    return found


async def test_thumbs_are_left_out_where_slack_refuses_them(workspace: Workspace) -> None:
    workspace.slack.unknown = {"context_actions"}
    first = await workspace.mention(QUESTION)
    assert "Helpful" not in first.labels()
    assert "Trend" in first.labels()
    calls = len(workspace.slack.calls)
    await workspace.mention(QUESTION)
    assert len(workspace.slack.calls) == calls + 1
    workspace.slack.refused.clear()
