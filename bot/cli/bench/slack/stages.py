"""What each stage of an answer takes of the processor, without Slack and the network in between."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from statistics import median
from time import process_time, time
from typing import TypeVar

from rich import box
from rich.table import Table
from slack_sdk.web.async_client import AsyncWebClient

from bot.delivery.asked import Asked
from bot.delivery.ledger import write_down
from bot.delivery.outgoing import Reply
from bot.delivery.sending.clients import OneClient
from bot.delivery.sending.people import People
from bot.listeners.conversation.context import Context
from bot.listeners.conversation.questions import answer_question
from bot.pipeline import Muster
from bot.question import read
from db import delivery
from db.delivery import delivery_url
from db.session import Engine, engine_for, read_engine_for

_ROUNDS = 5
_TOGETHER = 10
"""Writes that are committed together when questions come quickly."""
_LEASE = 60.0
_MILLISECONDS = 1_000

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage, and the milliseconds of the processor that a question takes there."""

    name: str
    milliseconds: float


def stages(url: str, questions: Sequence[str]) -> list[Stage]:
    """Measure each stage over the same questions, in the event loop that is running."""
    said = delivery_url(url)
    muster, kept, reads = Muster(url), engine_for(said), read_engine_for(said)
    people = People(OneClient(AsyncWebClient(), 0), _now, 0)  # whom these questions need not ask
    try:
        return _measured(Context(muster, reads, _now, people), kept, questions)
    finally:
        muster.close()
        kept.dispose()
        reads.dispose()


def _measured(context: Context, kept: Engine, questions: Sequence[str]) -> list[Stage]:
    muster, today = context.muster, context.today
    lexicon = muster.knowledge().lexicon
    asked = [_asked(text, f"{number} {time()}") for number, text in enumerate(questions)]
    reading = _median(lambda text: read(text, lexicon), questions)
    looking = _median(lambda text: muster.ask(text, today), questions)
    answering = _median(lambda one: answer_question(context, one), asked)
    replies = [(one, answer_question(context, one)) for one in asked]
    groups = [replies[at : at + _TOGETHER] for at in range(0, len(replies), _TOGETHER)]
    writing = _spent(lambda group: _write(kept, group), groups) / len(replies)
    return [
        Stage("reading the question", reading),
        Stage("looking up and comparing", looking - reading),
        Stage("wording, blocks, receipt", answering - looking),
        Stage("inbox, outbox, what is kept", writing),
    ]


def stage_table(found: Sequence[Stage], whole: float | None) -> Table:
    """The stages, and what is left of the bot's whole time for HTTP, Bolt and the Web API."""
    title = "Processor time of one question"
    table = Table(title=title, title_justify="left", box=box.SIMPLE, padding=(0, 1, 0, 0))
    table.add_column("stage")
    table.add_column("ms", justify="right", no_wrap=True)
    for one in found:
        table.add_row(one.name, f"{one.milliseconds:.2f}")
    if whole is not None:
        rest = whole - sum(one.milliseconds for one in found)
        table.add_row("HTTP, Bolt, the Web API, threads", f"{rest:.2f}")
        table.add_row("all of it, in the burst", f"{whole:.2f}")
    return table


def _asked(text: str, key: str) -> Asked:
    return Asked("T0BENCH", "C1", "U1", text, (f"event {key}", f"message {key}", ""), ts=key)


def _now() -> datetime:
    return datetime.now(UTC)


def _write(kept: Engine, group: Sequence[tuple[Asked, Reply]]) -> None:
    """Take questions in, write down their answers, and note that those were posted."""
    now = time()
    with delivery.recording(kept) as conn:
        ids = [
            delivery.take(conn, one.team, one.keys, one.written(), now, now + _LEASE)
            for one, _ in group
        ]
    with delivery.recording(kept) as conn:
        for id_, (one, reply) in zip(ids, group, strict=True):
            delivery.finish(conn, id_ or 0, now)
            posts = write_down(conn, one.team, one.keys[0], reply, now, now + _LEASE)
    with delivery.recording(kept) as conn:
        for post, _ in posts:
            delivery.settle(conn, post.id, now, done_at=now, ts=f"{now}")


def _median(work: Callable[[_Item], object], items: Sequence[_Item]) -> float:
    """The milliseconds of one, in the middle round of several."""
    return median(_spent(work, items) for _ in range(_ROUNDS)) / len(items)


def _spent(work: Callable[[_Item], object], items: Sequence[_Item]) -> float:
    begun = process_time()
    for item in items:
        work(item)
    return (process_time() - begun) * _MILLISECONDS
