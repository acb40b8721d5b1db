"""What a new name would change in answers to questions that were asked before."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from bot.answer.held.facts import Facts
from bot.pipeline import Knowledge, Replied, reply_to
from bot.query.directory import Directory
from bot.query.query import Query
from bot.question import build, read
from bot.reply.lines import lines_of
from db.catalogue import Alias
from db.reader import Reader


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was asked on a day: in a thread that was at a query, or after others."""

    question: str
    today: date
    thread: Query | None = None
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """A question whose answer would be another one, with what is and would be said."""

    question: str
    before: str
    after: str


def taught(known: Knowledge, text: str, means: str) -> Knowledge:
    """What would be known by name if a phrase meant something too."""
    catalogue = known.directory.catalogue
    rank = max((one.rank + 1 for one in catalogue.aliases if one.text == text), default=0)
    aliases = (*catalogue.aliases, Alias(text, means, rank))
    directory = Directory(replace(catalogue, aliases=aliases))
    return Knowledge(known.generation, build(directory), directory)


def differences(
    reader: Reader, before: Knowledge, after: Knowledge, asked: Iterable[Asked]
) -> list[Difference]:
    """The questions that would be answered otherwise, in the order given.

    A question that is read alike is answered alike, and reading costs a tenth of answering.
    """
    found = (_difference(reader, before, after, one) for one in asked if _reads(before, after, one))
    return list(dict.fromkeys(one for one in found if one))


def digest_of(found: Iterable[Difference]) -> str:
    """What tells these differences from others: eight letters and digits."""
    told = "\n".join(f"{one.question}|{one.before}|{one.after}" for one in found)
    return sha256(told.encode()).hexdigest()[:8]


def _reads(before: Knowledge, after: Knowledge, one: Asked) -> bool:
    """Whether it, or a question before it, is read differently."""
    return any(
        read(text, before.lexicon, one.thread).reading
        != read(text, after.lexicon, one.thread).reading
        for text in (*one.before, one.question)
    )


def _difference(
    reader: Reader, before: Knowledge, after: Knowledge, one: Asked
) -> Difference | None:
    was, would_be = (_said(reader, known, one) for known in (before, after))
    return None if was == would_be else Difference(one.question, was, would_be)


def _said(reader: Reader, known: Knowledge, one: Asked) -> str:
    """The figures or the refusal, without the small print."""
    thread, facts = one.thread, Facts(reader, known.directory, one.today)
    for text in one.before:
        thread = reply_to(text, known.lexicon, facts, thread).carried(thread)
    return _lines(reply_to(one.question, known.lexicon, facts, thread))


def _lines(replied: Replied) -> str:
    said = lines_of(replied.result, replied.understanding.corrections).said
    return "\n".join(said)
