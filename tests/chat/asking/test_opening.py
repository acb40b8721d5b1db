"""The Home tab, what may be asked in messages, and the status of an answer that takes long."""

import threading
from datetime import date
from typing import Any

from bot.pipeline import Muster, Replied
from bot.query.query import Query
from bot.sandbox.workspace.views import View
from tests.chat.conftest import Opens
from tests.chat.slack.workspace import Workspace

QUESTION = "agency rate for social workers in Devon"
STATUS = "assistant.threads.setStatus"


async def opened(workspace: Workspace, tab: str) -> Workspace:
    """Look at Muster, as Anna."""
    workspace.people["anna"].open_home(tab)
    await workspace.settle()
    assert workspace.posted == []
    return workspace


async def home(workspace: Workspace) -> View:
    """Open the Home tab; give its view."""
    workspace.people["anna"].open_home()
    await workspace.settle()
    return workspace.council.homes[workspace.people["anna"].person.id]


async def test_home_says_what_is_held_and_until_when(workspace: Workspace) -> None:
    text = str((await home(workspace)).content)
    for council in ("Devon", "Dudley"):
        assert council in text
    assert "figures, to " in text
    assert "What you asked last" not in text


async def test_home_says_what_was_asked_last_and_which_council_is_set(
    workspace: Workspace,
) -> None:
    await workspace.command(QUESTION)
    await workspace.command("council Devon")
    text = str((await home(workspace)).content)
    assert QUESTION in text
    assert "Devon is the council set for you." in text


async def test_what_home_offers_has_answers(workspace: Workspace) -> None:
    blocks = (await home(workspace)).content["blocks"]
    row = next(block for block in blocks if block["type"] == "actions")
    assert len(row["elements"]) == 4
    for element in row["elements"]:
        assert element["value"].endswith("?")
        reply = await workspace.message(element["value"])
        assert "Source: " in reply.text


async def test_a_question_pressed_on_home_is_answered_in_messages(workspace: Workspace) -> None:
    view = await home(workspace)
    anna = workspace.people["anna"]
    [reply] = await workspace.upon(lambda: anna.press(view, "muster_example_0"))
    assert reply.message.channel == workspace.council.direct(anna.person, anna.bot).id
    assert "Source: " in reply.text


async def test_messages_offer_four_questions_and_name_no_thread(workspace: Workspace) -> None:
    await opened(workspace, "messages")
    [shown] = shown_by(workspace, "assistant.threads.setSuggestedPrompts")
    assert "thread_ts" not in shown
    assert len(shown["prompts"]) == 4
    assert all(one["title"] and one["message"].endswith("?") for one in shown["prompts"])


def shown_by(workspace: Workspace, method: str) -> list[dict[str, Any]]:
    """Give what a method was called with."""
    return [one.arguments for one in workspace.slack.calls if one.method == method]


class Slow(Muster):
    """Answers once its status was shown."""

    let = threading.Event()

    def ask(
        self, text: str, today: date, thread: Query | None = None, council: str | None = None
    ) -> Replied:
        """Wait, then answer."""
        assert self.let.wait(60)
        return super().ask(text, today, thread, council)


async def test_an_answer_that_takes_long_shows_that_it_is_looked_up(
    opens: Opens, reports_sqlite_url: str
) -> None:
    muster = Slow(reports_sqlite_url)
    async with opens(muster) as workspace:
        event = workspace.message_event(QUESTION)
        await workspace.hand_over(event)
        await workspace.slack.until(lambda: shown_by(workspace, STATUS))
        muster.let.set()
        await workspace.settle()
        [shown] = shown_by(workspace, STATUS)
        assert shown["thread_ts"] == event["ts"]
        assert shown["status"] == "is looking that up …"
        assert len(workspace.posted) == 1
    muster.close()
