"""Who was given a figure in Slack is told there, once, that it was corrected."""

from bot.sandbox.web_api.faults import lost_call
from tests.chat.admin.conftest import Desk

QUESTION = "agency fte social workers Assessment Devon March 2024"
CORRECTED = (
    "On 11 June 2024 you were told 27.0 FTE (Agency FTE, social workers, Assessment (Devon), "
    "31 March 2024). The figure has since been corrected to 26.5 FTE (file figures.csv); what was "
    "published stands beside it."
)


async def test_a_file_that_corrects_a_figure_is_told_in_the_thread_that_asked(desk: Desk) -> None:
    asked = await desk.workspace.mention(QUESTION, by="ben")
    assert await desk.workspace.later(5) == []
    desk.load("Assessment,31 Mar 2024,26.5")
    [told] = await desk.workspace.later(5)
    assert (told.text, told.shown) == (CORRECTED, CORRECTED)
    assert told.place == asked.place
    assert await desk.workspace.later(120) == []


async def test_an_undo_from_slack_is_told_too(desk: Desk) -> None:
    await desk.workspace.mention(QUESTION, by="ben")
    number = desk.load("Assessment,31 Mar 2024,26.5")
    assert len(await desk.workspace.later(5)) == 1
    await desk.told(f"undo {number}")
    [told] = await desk.workspace.later(5)
    assert "26.5 FTE has since been withdrawn; what is held is 27.0 FTE" in told.text


async def test_whoever_asked_privately_is_told_in_the_messages_with_muster(desk: Desk) -> None:
    await desk.workspace.command(QUESTION, by="ben")
    desk.load("Assessment,31 Mar 2024,26.5")
    [told] = await desk.workspace.later(5)
    ben = desk.workspace.people["ben"]
    assert told.message.channel == desk.workspace.council.direct(ben.person, ben.bot).id


async def test_where_a_private_answer_was_shared_everybody_is_told_too(desk: Desk) -> None:
    answer = await desk.workspace.command(QUESTION, by="ben")
    [shared] = await desk.workspace.press(answer, "Share in channel", by="ben")
    desk.load("Assessment,31 Mar 2024,26.5")
    told = await desk.workspace.later(5)
    ben = desk.workspace.people["ben"]
    direct = desk.workspace.council.direct(ben.person, ben.bot).id
    assert {one.message.channel for one in told} == {direct, shared.message.channel}
    assert {one.text for one in told} == {CORRECTED}


async def test_a_correction_whose_reply_was_lost_is_looked_for_before_it_is_sent_again(
    desk: Desk,
) -> None:
    asked = await desk.workspace.mention(QUESTION, by="ben")
    desk.load("Assessment,31 Mar 2024,26.5")
    desk.workspace.slack.faults.inject("chat.postMessage", lost_call())
    await desk.workspace.later(5)
    await desk.workspace.later(60)
    said = [one for one in desk.workspace.posted if one.text == CORRECTED]
    assert [one.place for one in said] == [asked.place]
