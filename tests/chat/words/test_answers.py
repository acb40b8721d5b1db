"""/muster-admin answers: an answer as it was given, and its figures then and now."""

import re

from tests.chat.admin.conftest import Desk
from tests.chat.slack.posted import Posted

QUESTION = "agency fte social workers Assessment Devon March 2024"


def id_of(posted: Posted) -> str:
    found = re.search(r"Answer ([0-9a-f]{10})\.", posted.text)
    assert found
    return found[1]


async def test_an_answer_is_shown_with_its_figures_then_and_now(desk: Desk) -> None:
    answer = await desk.workspace.mention(QUESTION, by="ben")
    shown = await desk.told(f"answers {id_of(answer)}")
    assert shown.is_private
    assert f"Asked on 11 June 2024: “{QUESTION}”" in shown.shown
    assert "31 March 2024: 27.0 FTE then and now" in shown.shown
    desk.load("Assessment,31 Mar 2024,26.5")
    shown = await desk.told(f"answers {id_of(answer)}")
    assert "27.0 FTE then and now, beside 26.5 FTE (file figures.csv)" in shown.shown


async def test_an_answer_that_is_not_there_is_said(desk: Desk) -> None:
    told = await desk.told("answers 0123456789")
    assert told.shown == "There is no answer “0123456789” here.\nNothing was changed."


async def test_without_a_number_its_form_is_opened(desk: Desk) -> None:
    assert await desk.command("answers") == []
    assert desk.modal().content["callback_id"] == "admin_answers"


async def test_only_admins_see_the_answers_of_others(desk: Desk) -> None:
    answer = await desk.workspace.mention(QUESTION)
    [refused] = await desk.command(f"answers {id_of(answer)}", by="ben")
    assert "Only admins" in refused.shown
