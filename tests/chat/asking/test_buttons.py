"""What leads on from an answer, thumbs, and private answers shared."""

import pytest

from bot.settings import Settings
from db import delivery
from db.session import read_engine_for
from tests.chat.slack.workspace import CHANNEL, Workspace

FEW = "agency rate in Assessment"
SERIES = "agency rate for social workers in Devon by month"
CHANGE = "how has the agency rate for social workers changed in Cambridgeshire?"
QUESTION = "agency rate for social workers in Devon"
FIGURE = "45%"


async def test_an_answer_has_three_buttons_of_which_the_first_repairs_it(
    workspace: Workspace,
) -> None:
    reply = await workspace.mention(QUESTION)
    assert reply.buttons() == ["Not what I meant", "Trend", "Compare"]
    assert [*reply.labels()][3:] == ["Source", "Definition", "Follow", "Helpful", "Not helpful"]


@pytest.mark.parametrize("words", [FEW, "rank teams in Devon by agency rate", SERIES, CHANGE])
async def test_there_are_never_more_than_three_buttons(workspace: Workspace, words: str) -> None:
    for reply in (await workspace.mention(words), await workspace.command(words)):
        assert 2 <= len(reply.buttons()) <= 3
        assert reply.buttons()[0] == "Not what I meant"


@pytest.mark.parametrize("words", [SERIES, CHANGE])
async def test_a_trend_that_is_shown_already_has_no_button(
    workspace: Workspace, words: str
) -> None:
    assert "Trend" not in (await workspace.mention(words)).labels()


async def test_what_an_answer_s_words_mean(workspace: Workspace) -> None:
    reply = await workspace.mention(QUESTION)
    [meaning] = await workspace.press(reply, "Definition")
    assert meaning.is_private
    assert "÷" in meaning.text


async def test_what_is_said_to_one_person_in_a_thread_stays_there(workspace: Workspace) -> None:
    reply = await workspace.mention(QUESTION)
    [source] = await workspace.press(reply, "Source")
    assert (source.is_private, source.place) == (True, reply.place)


async def test_where_muster_is_no_member_it_answers_the_old_way(workspace: Workspace) -> None:
    reply = await workspace.mention(QUESTION)
    workspace.people["anna"].remove_bot(CHANNEL)
    [source] = await workspace.press(reply, "Source")
    assert source.is_private
    assert workspace.called[-2:] == ["chat.postEphemeral", "response_url"]
    workspace.slack.calls.clear()


async def test_a_button_that_this_version_does_not_know(workspace: Workspace) -> None:
    await workspace.press(await workspace.mention(QUESTION), "Source")
    [pressed] = workspace.slack.deliveries.attempts[-1].delivery.payload["actions"]
    later = {**pressed, "action_id": "muster_forecast", "action_ts": "7"}
    [sorry] = await workspace.again(actions=[later])
    assert sorry.text == "I no longer know that button; please ask again."
    assert sorry.is_private


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
    assert source.is_private
    assert "Scrutiny" in source.text


async def test_a_private_answer_is_shared_as_it_was(workspace: Workspace) -> None:
    reply = await workspace.command(QUESTION)
    [shared] = await workspace.press(reply, "Share in channel")
    assert not shared.is_private
    assert shared.place == (reply.message.channel, "")
    assert shared.text.startswith(reply.text.splitlines()[0])
    assert await workspace.press(reply, "Share in channel") == []


async def test_a_message_is_asked_about(workspace: Workspace) -> None:
    [reply] = await workspace.ask_about(f"Does anybody know the {QUESTION}?")
    assert reply.is_private
    assert FIGURE in reply.text


async def test_a_thumb_up(workspace: Workspace, known: Settings) -> None:
    reply = await workspace.mention(QUESTION)
    [thanks] = await workspace.press(reply, "Helpful")
    assert (thanks.text, thanks.is_private) == ("Thank you.", True)
    assert ratings(known) == [("anna", True, "")]


async def test_a_thumb_down_with_its_reason(workspace: Workspace, known: Settings) -> None:
    reply = await workspace.mention(QUESTION)
    [why] = await workspace.press(reply, "Not helpful")
    assert why.is_private
    await workspace.press(why, "Not the figure I asked for")
    await workspace.press(reply, "Helpful", by="ben")
    assert ratings(known) == [
        ("anna", False, "Not the figure I asked for"),
        ("ben", True, ""),
    ]


def ratings(known: Settings) -> list[tuple[str, bool, str]]:
    """What people thought of the answers, by person."""
    engine = read_engine_for(delivery.delivery_url(known.database_url))
    with engine.connect() as conn:
        rows = conn.exec_driver_sql("SELECT person, good, reason FROM feedback ORDER BY person")
        found = [(person[4:].lower(), bool(good), reason) for person, good, reason in rows]
    engine.dispose()
    return found


async def test_thumbs_are_left_out_where_slack_refuses_them(workspace: Workspace) -> None:
    workspace.slack.slack.unknown_blocks = {"context_actions"}
    first = await workspace.mention(QUESTION)
    assert "Helpful" not in first.labels()
    assert "Trend" in first.labels()
    calls = len(workspace.called)
    await workspace.mention(QUESTION)
    assert len(workspace.called) == calls + 1
    workspace.slack.calls.clear()
