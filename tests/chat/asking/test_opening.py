"""The Home tab, what may be asked in messages, and the status of an answer that takes long."""

import threading
from datetime import date

from bot.pipeline import Muster, Replied
from bot.query.query import Query
from tests.chat.conftest import Opens
from tests.chat.slack.workspace import ANNA, DIRECT, Workspace

QUESTION = "agency rate for social workers in Devon"


def opened(workspace: Workspace, tab: str) -> dict[str, str]:
    """Give the event of somebody who looks at Muster."""
    return {"type": "app_home_opened", "user": ANNA, "channel": DIRECT, "tab": tab}


async def home(workspace: Workspace) -> dict[str, list[dict[str, object]]]:
    """Open the Home tab; give its view."""
    assert await workspace.deliver(opened(workspace, "home")) == []
    shown = workspace.slack.shown[-1]
    assert shown["user_id"] == ANNA
    view: dict[str, list[dict[str, object]]] = shown["view"]
    return view


async def test_home_says_what_is_held_and_until_when(workspace: Workspace) -> None:
    text = str(await home(workspace))
    for council in ("Devon", "Dudley"):
        assert council in text
    assert "figures, to " in text
    assert "What you asked last" not in text


async def test_home_says_what_was_asked_last_and_which_council_is_set(
    workspace: Workspace,
) -> None:
    await workspace.command(QUESTION)
    await workspace.command("council Devon")
    text = str(await home(workspace))
    assert QUESTION in text
    assert "Devon is the council set for you." in text


async def test_what_home_offers_has_answers(workspace: Workspace) -> None:
    blocks = (await home(workspace))["blocks"]
    [row] = [block for block in blocks if block["type"] == "actions"]
    elements = row["elements"]
    assert isinstance(elements, list)
    assert len(elements) == 4
    for element in elements:
        reply = await workspace.message(element["value"])
        assert "Source: " in reply.text


async def test_a_question_pressed_on_home_is_answered_in_messages(workspace: Workspace) -> None:
    [reply] = await workspace.deliver_payload(
        {
            "type": "block_actions",
            "team": {"id": "T0COUNCIL"},
            "user": {"id": ANNA},
            "container": {"type": "view", "view_id": "V1"},
            "actions": [{"action_id": "muster_example_0", "value": QUESTION, "action_ts": "7"}],
        }
    )
    assert reply.channel == ANNA
    assert "45%" in reply.text


async def test_messages_offer_four_questions_and_name_no_thread(workspace: Workspace) -> None:
    assert await workspace.deliver(opened(workspace, "messages")) == []
    [shown] = workspace.slack.shown
    assert shown["channel_id"] == DIRECT
    assert "thread_ts" not in shown
    assert len(shown["prompts"]) == 4
    assert all(one["title"] and one["message"] for one in shown["prompts"])


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
        await workspace.slack.told.wait()
        muster.let.set()
        await workspace.settle()
    assert workspace.slack.shown == [
        {"channel_id": DIRECT, "thread_ts": event["ts"], "status": "is looking that up …"}
    ]
    assert len(workspace.slack.posted) == 1
    muster.close()
