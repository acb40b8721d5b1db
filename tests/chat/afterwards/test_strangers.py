"""What nobody has just asked is not posted where strangers have come to read."""

from bot.sandbox.web_api.faults import refusal
from tests.chat.admin.conftest import Desk
from tests.chat.slack.workspace import CHANNEL

QUESTION = "agency fte social workers Assessment Devon March 2024"
MISSPELT = "attrishun in Cambridgeshire"


def share(desk: Desk) -> None:
    """Let people of another organisation into the channel."""
    desk.workspace.council.channel(CHANNEL).is_shared = True


def direct(desk: Desk, who: str) -> str:
    person = desk.workspace.people[who]
    return desk.workspace.council.direct(person.person, person.bot).id


async def test_a_correction_goes_to_the_person_alone(desk: Desk) -> None:
    await desk.workspace.mention(QUESTION, by="ben")
    share(desk)
    desk.load("Assessment,31 Mar 2024,26.5")
    [told] = await desk.workspace.later(5)
    assert (told.message.channel, told.thread_ts) == (direct(desk, "ben"), "")


async def test_an_answer_to_a_word_that_was_learnt_does_too(desk: Desk) -> None:
    await desk.workspace.mention(MISSPELT, by="ben")
    inbox = await desk.told("unknown words")
    share(desk)
    [answer] = await desk.press(inbox, "It means Turnover rate")
    assert answer.message.channel == direct(desk, "ben")


async def test_where_muster_is_no_longer_in_the_channel_the_person_is_told(desk: Desk) -> None:
    await desk.workspace.mention(QUESTION, by="ben")
    desk.load("Assessment,31 Mar 2024,26.5")
    desk.workspace.slack.faults.inject("chat.postMessage", refusal("is_archived"))
    [told] = await desk.workspace.later(5)
    assert told.message.channel == direct(desk, "ben")


async def test_where_an_admin_has_opened_the_channel_it_stays_in_the_thread(desk: Desk) -> None:
    asked = await desk.workspace.mention(QUESTION, by="ben")
    await desk.workspace.command("external on")
    share(desk)
    desk.load("Assessment,31 Mar 2024,26.5")
    [told] = await desk.workspace.later(5)
    assert told.place == asked.place
