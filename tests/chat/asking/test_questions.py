"""Questions in a channel, in a direct message and by command."""

import re

import pytest

from tests.chat.slack.workspace import Workspace

QUESTION = "agency rate for social workers in Assessment"
HELP = "I answer questions about workforce figures"


async def test_a_mention_is_answered_in_its_thread(workspace: Workspace) -> None:
    event = workspace.mention_event(QUESTION)
    [reply] = await workspace.deliver(event)
    assert reply.text.startswith("Agency rate, social workers, Assessment")
    assert reply.place == (event["channel"], event["ts"])


async def test_a_mention_in_a_thread_is_answered_there(workspace: Workspace) -> None:
    reply = await workspace.mention(QUESTION, thread="1718000000.000100")
    assert reply.thread_ts == "1718000000.000100"


async def test_a_direct_message_is_answered_beside_it(workspace: Workspace) -> None:
    reply = await workspace.message(QUESTION)
    assert reply.text.startswith("Agency rate, social workers, Assessment")
    assert reply.message.channel.startswith("D")
    assert (reply.thread_ts, reply.is_private) == ("", False)


async def test_a_direct_message_in_a_thread_is_answered_there(workspace: Workspace) -> None:
    reply = await workspace.message(QUESTION, thread="1718000000.000100")
    assert reply.message.channel.startswith("D")
    assert reply.thread_ts == "1718000000.000100"


async def test_a_command_is_answered_privately(workspace: Workspace) -> None:
    reply = await workspace.command(QUESTION)
    assert reply.text.startswith("Agency rate, social workers, Assessment")
    assert reply.is_private
    assert workspace.called == ["response_url"]


async def test_the_figure_stands_first_and_its_source_last(workspace: Workspace) -> None:
    reply = await workspace.mention(QUESTION)
    first, *_, last = (one for one in reply.blocks if one["type"] in {"section", "context"})
    assert first["text"]["text"].startswith("*Agency rate, social workers, Assessment")
    assert "69%*" in first["text"]["text"].splitlines()[0]
    assert last["type"] == "context"
    assert last["elements"][-2]["text"].startswith("Source: ")
    assert re.fullmatch(r"Answer [0-9a-f]{10}\.", last["elements"][-1]["text"])


async def test_an_answer_is_shown_again_as_it_was(workspace: Workspace) -> None:
    reply = await workspace.mention(QUESTION)
    number = reply.text.splitlines()[-1].removesuffix(".").lower()
    again = await workspace.command(number)
    assert again.is_private
    assert again.text == f"As it was given on 11 June 2024:\n{reply.text}"


@pytest.mark.parametrize("number", ["answer 0123456789", None])
async def test_nobody_elses_private_answer_is_shown(
    workspace: Workspace, number: str | None
) -> None:
    reply = await workspace.command(QUESTION)
    asked = number or reply.text.splitlines()[-1].removesuffix(".").lower()
    again = await workspace.command(asked, by="ben")
    assert again.text == "I have no answer of that number here."


@pytest.mark.parametrize(
    "words",
    [
        "agency rate in Assessment",
        "rank teams in Devon by agency rate for social workers",
        "how has the agency rate for social workers changed in Cambridgeshire?",
        "agency rate for social workers in Devon by month",
        "is the agency rate for social workers in Devon above 40%?",
    ],
)
async def test_every_answer_begins_with_a_bold_line(workspace: Workspace, words: str) -> None:
    for reply in (await workspace.mention(words), await workspace.message(words)):
        assert re.match(r"\*[^*\n]+\*", reply.blocks[0]["text"]["text"])


async def test_several_readings_are_all_listed(workspace: Workspace) -> None:
    reply = await workspace.mention("agency rate in Assessment")
    assert "69%" in reply.shown
    assert "46%" in reply.shown


async def test_the_text_says_all_that_the_blocks_say(workspace: Workspace) -> None:
    reply = await workspace.mention("asessment agency rate")
    assert reply.shown == reply.text


@pytest.mark.parametrize("words", ["", "   ", "help", "?", "Help!", "<@U0OTHER>"])
async def test_no_question_gets_help(workspace: Workspace, words: str) -> None:
    assert HELP in (await workspace.mention(words)).text
    assert HELP in (await workspace.message(words)).text
    assert HELP in (await workspace.command(words)).text


async def test_a_mention_alone_gets_help(workspace: Workspace) -> None:
    [reply] = await workspace.deliver(workspace.mention_event(""))
    assert HELP in reply.text


async def test_a_message_without_text_gets_help(workspace: Workspace) -> None:
    [reply] = await workspace.deliver({**workspace.message_event(""), "text": None})
    assert HELP in reply.text


async def test_a_question_of_forty_thousand_characters_is_declined(workspace: Workspace) -> None:
    reply = await workspace.mention("agency rate " * 3_400)
    assert reply.text.startswith("That is longer than I can read")


@pytest.mark.parametrize(
    "hostile",
    [
        "<!channel> <!here|here> <!everyone>",
        "<@U0BOSS> <#C0BOARD|board>",
        "&lt;!channel&gt; &amp;lt;!channel&amp;gt;",
        "<https://evil.example|agency rate>",
        "*Bold* _Slanted_ ~Struck~ `Coded`",
        ":boom: :skull_and_crossbones:",
        "\u202eteam\u202c \u200b \u200f",
        "> Quoted\n> twice",
    ],
)
async def test_nothing_live_comes_back(workspace: Workspace, hostile: str) -> None:
    for text in (hostile, f"agency rate in {hostile}", f"{QUESTION} {hostile} Zzyzx"):
        await workspace.mention(text)
        await workspace.command(text)
    assert workspace.slack.refused == []
    assert workspace.live == []


async def test_all_replies_go_over_one_connection(workspace: Workspace) -> None:
    for _ in range(5):
        await workspace.mention(QUESTION)
        await workspace.command(QUESTION)
    assert len(workspace.called) == 10
    assert len(workspace.slack.slack.connections) == 1
