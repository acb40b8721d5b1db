"""The words that wait, on the Home tab of admins."""

from typing import Any

from bot.sandbox.web_api.faults import refusal
from bot.sandbox.workspace.views import View
from tests.chat.admin.conftest import Desk
from tests.chat.slack.posted import Posted

BLUE = "agency fte for social workers in the blue door"
MISSPELT = "attrishun in Cambridgeshire"
TITLE = "Words I don't know"


async def home(desk: Desk, by: str = "anna") -> View:
    """Open the Home tab."""
    person = desk.workspace.people[by]
    person.open_home()
    await desk.workspace.settle()
    return desk.workspace.council.homes[person.person.id]


def said(view: View) -> str:
    """Give all that a view says."""
    blocks: list[dict[str, Any]] = view.content["blocks"]
    return "\n".join(one["text"]["text"] for one in blocks if "text" in one)


async def press(desk: Desk, label: str) -> list[Posted]:
    """Press a button on the Home tab as it is now."""
    return await desk.press(await home(desk), label)


async def test_admins_see_the_words_that_wait_and_nobody_else_does(desk: Desk) -> None:
    assert TITLE not in said(await home(desk))
    await desk.workspace.mention(MISSPELT, by="ben")
    assert "“attrishun” kept one person from an answer" in said(await home(desk))
    assert TITLE not in said(await home(desk, by="ben"))


async def test_where_slack_does_not_say_who_somebody_is_they_see_no_words(desk: Desk) -> None:
    await desk.workspace.mention(MISSPELT, by="ben")
    desk.workspace.slack.faults.inject("users.info", refusal("missing_scope"))
    assert TITLE not in said(await home(desk))


async def test_a_word_is_put_aside_where_it_stands(desk: Desk) -> None:
    await desk.workspace.mention(MISSPELT, by="ben")
    await desk.workspace.mention(MISSPELT, by="ben")
    await desk.workspace.mention(BLUE, by="ben")
    assert await press(desk, "Ignore") == []
    now = said(desk.workspace.council.homes[desk.workspace.people["anna"].person.id])
    assert "“attrishun” is ignored; it stays unknown." in now
    assert "“blue door” kept one person" in now
    assert "“attrishun” kept" not in now


async def test_a_word_is_learnt_where_it_stands_and_who_asked_is_answered(desk: Desk) -> None:
    asked = await desk.workspace.mention(MISSPELT, by="ben")
    [answer] = await press(desk, "It means Turnover rate")
    assert answer.place == asked.place
    now = said(desk.workspace.council.homes[desk.workspace.people["anna"].person.id])
    assert "“attrishun” now means Turnover rate. Questions answered: 1." in now
    assert "kept one person" not in now


async def test_what_would_change_is_shown_in_the_messages_with_muster(desk: Desk) -> None:
    await desk.workspace.mention("turnover in the Court team", by="ben")
    [shown] = await press(desk, "It means Practitioners on Court Skills training")
    assert shown.message.channel.startswith("D")
    assert "would be answered otherwise" in shown.shown
