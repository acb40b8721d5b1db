"""From a question asked to the reply posted."""

import asyncio
import logging
import traceback
from collections.abc import Iterator
from datetime import date, timedelta

from bot.listeners import Clock
from bot.listeners.asked import Asked
from bot.listeners.posting import Message, Posting, code_of, message_of
from bot.listeners.threads import Answered, Threads
from bot.pipeline import EXAMPLES, Muster, Replied
from bot.query.query import NotUnderstood, Query, Why
from bot.reply.lines import Lines, lines_of

_SORRY = (
    "Sorry, something went wrong on my side and I can't answer that now; it is in the log, and you "
    "may ask again in a few minutes."
)
SORRY = Lines((_SORRY,))
"""What a person reads when an answer failed."""

_OUTSIDE_THREADS = timedelta(minutes=10)
"""How long "it" still means the last question where no thread says so."""

_log = logging.getLogger(__name__)


class Answering:
    """Answers one question at a time, each in the light of those before it in its thread."""

    def __init__(self, muster: Muster, posting: Posting, threads: Threads, clock: Clock) -> None:
        self._muster = muster
        self._posting = posting
        self._threads = threads
        self._clock = clock

    async def answer(self, asked: Asked) -> None:
        """Post the one reply to a question; whatever goes wrong is logged and never raised."""
        message, query = await self._reply(asked)
        try:
            posted_ts = await self._posting.post(asked, message)
            await self._remember(asked, query, posted_ts)
        except Exception as fault:  # noqa: BLE001 - nobody waits for this task to raise
            _log.error("%s was not posted: %s", asked.keys[0], described(fault))

    async def _reply(self, asked: Asked) -> tuple[Message, Query | None]:
        try:
            thread = await self._thread_of(asked)
            today = self._clock().date()
            # One hop for reading, looking up and wording: the event loop only ever waits.
            return await asyncio.to_thread(self._worded, asked.text, today, thread)
        except Exception as fault:  # noqa: BLE001 - no question is left without a reply
            _log.error("%s was not answered: %s", asked.keys[0], described(fault))
            return message_of(SORRY), None

    def _worded(self, text: str, today: date, thread: Query | None) -> tuple[Message, Query | None]:
        replied = self._ask(text, today, thread)
        lines = lines_of(replied.result, replied.understanding.corrections, EXAMPLES)
        return message_of(lines), replied.query

    def _ask(self, text: str, today: date, thread: Query | None) -> Replied:
        """The answer; to no words at all it is the one to "help"."""
        replied = self._muster.ask(text, today, thread)
        if isinstance(replied.result, NotUnderstood) and replied.result.why is Why.EMPTY:
            return self._muster.ask("help", today)
        return replied

    async def _thread_of(self, asked: Asked) -> Query | None:
        answered = await self._threads.last(asked.thread)
        if answered is None:
            return None
        is_past = self._clock() - answered.at > _OUTSIDE_THREADS
        return None if is_past and not asked.thread_ts else answered.query

    async def _remember(self, asked: Asked, query: Query | None, posted_ts: str) -> None:
        """Keep the query for follow-ups; thanks and help leave the one before it in place."""
        if query is None or not query.metrics:
            return
        for thread in asked.followed_in(posted_ts):
            await self._threads.keep(thread, Answered(query, self._clock()))


def described(fault: BaseException) -> str:
    """A fault for the log: its kinds, codes and places.

    Its message is left out, for it may hold the person's words, a value of the store or a token.
    """
    places = "".join(traceback.format_tb(fault.__traceback__))
    return f"{' from '.join(_kinds(fault))}\n{places}"


def _kinds(fault: BaseException | None) -> Iterator[str]:
    while fault is not None:
        codes = (getattr(fault, name, "") for name in ("sqlite_errorname", "sqlstate"))
        code = code_of(fault) or next(filter(None, codes), "")
        yield f"{type(fault).__name__} ({code})" if code else type(fault).__name__
        fault = fault.__cause__ or fault.__context__
