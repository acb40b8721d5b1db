"""The words that kept people from an answer, decided on by an admin's press."""

import pytest

from tests.chat.admin.conftest import Desk, elements_in
from tests.chat.slack.posted import Posted

BLUE = "agency fte for social workers in the blue door"
MISSPELT = "attrishun in Cambridgeshire"
TURNOVER = "It means Turnover rate"


def buttons(posted: Posted) -> list[str]:
    return [one["text"]["text"] for one in elements_in(posted)]


async def test_no_word_waits_until_one_blocks_an_answer(desk: Desk) -> None:
    assert (await desk.told("unknown words")).shown == "No word waits."
    await desk.workspace.mention(MISSPELT, by="ben")
    inbox = await desk.told("unknown words")
    assert inbox.is_private
    assert "“attrishun” kept one person from an answer, last on 11 June 2024" in inbox.shown
    assert buttons(inbox) == [
        TURNOVER,
        "Something else …",
        "None of these",
        "Ignore",
        "Not ours",
    ]


async def test_one_press_teaches_a_word_and_answers_who_asked_in_their_thread(desk: Desk) -> None:
    asked = await desk.workspace.mention(MISSPELT, by="ben")
    inbox = await desk.told("unknown words")
    [answer] = await desk.press(inbox, TURNOVER)
    assert inbox.shown == "“attrishun” now means Turnover rate. Questions answered: 1."
    assert answer.place == asked.place
    assert "You asked on 11 June 2024: “attrishun in Cambridgeshire”." in answer.text
    assert "“attrishun” is now known as Turnover rate." in answer.text
    assert "17.9%" in answer.text
    assert "Not what I meant" in answer.buttons()
    assert "I don't know" not in (await desk.workspace.mention(MISSPELT)).text
    assert (await desk.told("unknown words")).shown == "No word waits."


async def test_each_who_asked_is_answered_once_and_whoever_asked_privately_in_private(
    desk: Desk,
) -> None:
    first = await desk.workspace.mention(MISSPELT, by="ben")
    await desk.workspace.mention(MISSPELT, thread=first.thread_ts)
    await desk.workspace.command(MISSPELT, by="ben")
    direct = await desk.workspace.message(MISSPELT)
    inbox = await desk.told("unknown words")
    assert "kept 2 people from 4 answers" in inbox.shown
    answers = await desk.press(inbox, TURNOVER)
    places = [one.place for one in answers]
    assert first.place in places
    assert direct.place in places
    [private] = [one for one in answers if one.place not in {first.place, direct.place}]
    assert private.message.channel.startswith("D")
    assert "17.9%" in private.text
    assert len(answers) == 3


async def test_a_second_admin_who_presses_the_same_answers_nobody_twice(desk: Desk) -> None:
    await desk.workspace.mention(MISSPELT, by="ben")
    first, second = await desk.told("unknown words"), await desk.told("unknown words")
    assert len(await desk.press(first, TURNOVER)) == 1
    assert await desk.press(second, TURNOVER) == []
    assert "now means Turnover rate" in second.shown


async def test_who_asked_with_a_word_that_has_got_a_meaning_meanwhile_is_answered_too(
    desk: Desk,
) -> None:
    await desk.workspace.mention(BLUE, by="ben")
    await desk.told("alias blue door = Assessment")
    inbox = await desk.told("unknown words")
    assert buttons(inbox)[0] == "It means Assessment, Devon"
    [answer] = await desk.press(inbox, "It means Assessment, Devon")
    assert "27.0 FTE" in answer.text
    assert (await desk.told("unknown words")).shown == "No word waits."


async def test_a_question_that_another_word_blocks_too_waits_for_that(desk: Desk) -> None:
    await desk.workspace.mention("attrishun of social workers in the blue door")
    assert await desk.press(await desk.told("unknown words"), TURNOVER) == []
    _, answer = await desk.command("teach blue door = Cambridgeshire")
    assert "17.9%" in answer.text


async def test_what_would_change_is_shown_and_pressed_a_second_time(desk: Desk) -> None:
    await desk.workspace.mention("turnover in the Court team", by="ben")
    shown = await desk.told("teach court = MASH")
    assert "If “Court” meant MASH, Devon, 3 known questions would be answered otherwise:" in (
        shown.shown
    )
    assert "Now: I don't know “Court” here" in shown.shown
    assert "I don't know" in (await desk.workspace.mention("turnover in the Court team")).text
    answers = await desk.press(shown, "Let it mean that")
    assert len(answers) == 2
    assert "“Court” now means MASH, Devon." in shown.shown


async def test_what_was_agreed_to_is_shown_anew_where_more_would_change(desk: Desk) -> None:
    await desk.workspace.mention("turnover in the Court team", by="ben")
    shown = await desk.told("teach court = MASH")
    stale = next(one for one in elements_in(shown) if one["text"]["text"] == "Let it mean that")
    stale["value"] = stale["value"].rpartition(" ")[0] + " 00000000"
    assert await desk.press(shown, "Let it mean that") == []
    assert "would be answered otherwise" in shown.shown


async def test_a_word_can_be_taught_in_ones_own_words_from_its_button(desk: Desk) -> None:
    await desk.workspace.mention(BLUE, by="ben")
    inbox = await desk.told("unknown words")
    assert buttons(inbox)[0] == "Something else …"
    assert await desk.press(inbox, "Something else …") == []
    [told, answer] = await desk.submit({"phrase": "blue door", "meaning": "place:devon/assessment"})
    assert "“blue door” now means Assessment, Devon. Questions answered: 1." in told.shown
    assert "27.0 FTE" in answer.text


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("teach wibble = MASH", "“wibble” has kept nobody from an answer."),
        ("teach 47 = MASH", "“47” has kept nobody from an answer."),
        ("teach blue door = wobble", "'wobble' may mean nothing; give the key."),
        ("teach blue door = place:nowhere", "There is nothing that is 'place:nowhere'."),
    ],
)
async def test_what_cannot_be_taught_is_said(desk: Desk, command: str, told: str) -> None:
    await desk.workspace.mention(BLUE, by="ben")
    assert (await desk.told(command)).shown == f"{told}\nNothing was changed."


async def test_a_suggestion_that_was_rejected_stays_rejected(desk: Desk) -> None:
    await desk.workspace.mention(MISSPELT, by="ben")
    inbox = await desk.told("unknown words")
    assert await desk.press(inbox, "None of these") == []
    assert "“attrishun” means none of these; they will not be suggested again." in inbox.shown
    assert TURNOVER not in buttons(inbox)
    await desk.workspace.mention(MISSPELT, by="ben")
    again = await desk.told("unknown words")
    assert "kept one person from 2 answers" in again.shown
    assert TURNOVER not in buttons(again)


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("Ignore", "“attrishun” is ignored; it stays unknown."),
        ("Not ours", "“attrishun” is not ours; whoever asks with it is told so."),
    ],
)
async def test_a_word_that_is_put_aside_leaves_the_others_in_the_list(
    desk: Desk, label: str, told: str
) -> None:
    await desk.workspace.mention(MISSPELT, by="ben")
    await desk.workspace.mention(MISSPELT, by="ben")
    await desk.workspace.mention(BLUE, by="ben")
    inbox = await desk.told("unknown words")
    assert await desk.press(inbox, label) == []
    assert told in inbox.shown
    assert "“blue door”" in inbox.shown
    assert "kept one person from 2 answers" not in inbox.shown
    log = (await desk.told("audit")).shown
    assert "word attrishun: open → " in log


async def test_what_was_learnt_is_taken_back_with_one_press(desk: Desk) -> None:
    await desk.workspace.mention(MISSPELT, by="ben")
    inbox = await desk.told("unknown words")
    await desk.press(inbox, TURNOVER)
    assert await desk.press(inbox, "Take it back") == []
    assert inbox.shown == "“attrishun” is unknown again and waits."
    assert "I don't know" in (await desk.workspace.mention(MISSPELT)).text
    assert "“attrishun”" in (await desk.told("unknown words")).shown


async def test_a_button_of_a_word_that_is_no_longer_there(desk: Desk) -> None:
    await desk.workspace.mention(MISSPELT, by="ben")
    inbox = await desk.told("unknown words")
    for one in elements_in(inbox):
        one["value"] = "999" if one["text"]["text"] == "Ignore" else one["value"]
    [told] = await desk.press(inbox, "Ignore")
    assert told.shown == "That word is no longer there.\nNothing was changed."


@pytest.mark.parametrize(
    "label", [TURNOVER, "None of these", "Ignore", "Not ours", "Something else …"]
)
async def test_only_admins_decide(desk: Desk, label: str) -> None:
    await desk.workspace.mention(MISSPELT, by="ben")
    inbox = await desk.told("unknown words")
    [refused] = await desk.press(inbox, label, by="ben")
    assert "Only admins" in refused.shown
    assert "“attrishun”" in (await desk.told("unknown words")).shown
