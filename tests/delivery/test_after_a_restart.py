"""What outlives the process: conversations, receipts and what was left half done."""

import asyncio
import json

from sqlalchemy import text

from bot.delivery.timing import Timing
from bot.pipeline import Muster
from bot.query.stored import restored
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.web_api.faults import lost_call
from bot.settings import Settings
from db import delivery
from db.scope import Scope
from db.session import engine_for, read_engine_for
from tests.chat.conftest import Opens

FIRST = "agency rate for social workers in Devon"
FOLLOW_UP = "has it improved since July 2023?"
CHANGE = "Down 7 percentage points"


async def test_a_thread_goes_on(opens: Opens, reports: Muster) -> None:
    async with opens(reports) as workspace:
        thread = (await workspace.mention(FIRST)).thread_ts
    async with opens(reports) as workspace:
        assert CHANGE in (await workspace.mention(FOLLOW_UP, thread=thread)).text


async def test_a_thread_is_everybodys(opens: Opens, reports: Muster) -> None:
    async with opens(reports) as workspace:
        thread = (await workspace.mention(FIRST)).thread_ts
        reply = await workspace.mention(FOLLOW_UP, thread, by="ben")
    assert CHANGE in reply.text


async def test_each_answer_has_a_receipt(opens: Opens, reports: Muster, known: Settings) -> None:
    async with opens(reports) as workspace:
        reply = await workspace.mention(FIRST)
        team, anna = workspace.council.id, workspace.people["anna"].person.id
    engine = read_engine_for(delivery.delivery_url(known.database_url))
    with engine.connect() as conn:
        [kept] = delivery.recent(conn, Scope(team, anna), 5)
        assert delivery.kept(conn, Scope("T0OTHER"), kept.id) is None
    engine.dispose()
    assert (kept.channel, kept.thread, kept.person) == (*reply.place, anna)
    assert kept.question == FIRST
    assert kept.reply == reply.text
    query = restored(kept.query)
    assert query
    assert query.metrics == (("agency_rate",),)
    [figure] = json.loads(kept.figures)
    assert figure["value_text"] in reply.text


async def test_what_was_under_way_is_answered_by_the_next_process(
    opens: Opens, reports: Muster, slack: Sandbox
) -> None:
    async with slack.faults.holding("chat.postMessage") as gate:
        async with opens(reports, drain=0) as workspace:
            workspace.settle = gate.knocked.wait
            assert await workspace.deliver(workspace.mention_event(FIRST)) == []
        slack.faults.inject("chat.postMessage", lost_call())
    async with opens(reports) as workspace:
        assert len(await workspace.later(Timing().lease + 1)) == 1


async def test_a_query_that_this_version_does_not_know_is_no_context(
    opens: Opens, reports: Muster, known: Settings
) -> None:
    async with opens(reports) as workspace:
        thread = (await workspace.mention(FIRST)).thread_ts
        await asyncio.to_thread(forget_the_words, delivery.delivery_url(known.database_url))
        assert CHANGE not in (await workspace.mention(FOLLOW_UP, thread=thread)).text


def forget_the_words(url: str) -> None:
    """Change what is kept to something that a later version may have written."""
    engine = engine_for(url)
    with delivery.recording(engine) as conn:
        conn.execute(text('UPDATE conversation SET query = \'{"is":"Later","words":[]}\''))
    engine.dispose()
