"""Questions of the five reports, for tests that look at one part of what was understood."""

from functools import reduce

from bot.pipeline import Knowledge
from bot.query.query import NotUnderstood, Query, Unclear
from bot.question import read


def understood(known: Knowledge, *texts: str) -> Query:
    """The query of the last of a thread's questions, each in the light of the one before it."""
    return reduce(
        lambda thread, text: _query(known, text, thread), texts[1:], _query(known, texts[0])
    )


def refused(known: Knowledge, *texts: str) -> NotUnderstood:
    """Why the last of a thread's questions is not understood."""
    thread = understood(known, *texts[:-1]) if len(texts) > 1 else None
    reading = read(texts[-1], known.lexicon, thread).reading
    assert isinstance(reading, NotUnderstood), reading
    return reading


def readings(known: Knowledge, text: str) -> tuple[Query, ...]:
    """The readings of a question that has several."""
    reading = read(text, known.lexicon).reading
    assert isinstance(reading, Unclear), reading
    return reading.readings


def _query(known: Knowledge, text: str, thread: Query | None = None) -> Query:
    reading = read(text, known.lexicon, thread).reading
    assert isinstance(reading, Query), reading
    return reading
