"""Question → query → answer: the parts put together, without a surface."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from threading import Lock
from typing import Self, TypeAlias

from bot.answer.answer import answer, answer_unclear
from bot.answer.held.facts import Facts
from bot.answer.held.kept import Kept
from bot.answer.honesty.wording import confirmed
from bot.answer.values import Answer, Result
from bot.answer.won import won
from bot.query.directory import Directory
from bot.query.query import NotUnderstood, Query, Unclear, Why
from bot.question import Lexicon, Understanding, build, read
from bot.question.council import in_council
from db.catalogue import Catalogue
from db.reader import Reader, reading
from db.scope import Scope
from db.session import read_engine_for

EXAMPLES = (
    "agency rate for social workers in Assessment",
    "how has Devon's agency rate changed since July 2023?",
)
"""Two questions a refusal offers."""


@dataclass(frozen=True, slots=True)
class Replied:
    """One question answered: how it was understood, and the result."""

    understanding: Understanding
    result: Result | NotUnderstood

    @property
    def query(self) -> Query | None:
        """The query answered; None where nothing was understood."""
        return None if isinstance(self.result, NotUnderstood) else self.result.query

    def carried(self, thread: Query | None) -> Query | None:
        """The query a follow-up builds on: this one, or after talk the one before it.

        After "which team has the most" it is about that team, or that month.
        """
        if not (self.query and self.query.metrics):
            return thread
        return won(self.query, self.result) if isinstance(self.result, Answer) else self.query


@dataclass(frozen=True)
class Knowledge:
    """Everything known by name in one generation of the store, ready for many questions."""

    generation: int
    lexicon: Lexicon
    directory: Directory

    @classmethod
    def load(cls, reader: Reader) -> "Knowledge":
        """Read the names and build the lexicon, some hundred milliseconds unless none is new."""
        catalogue = reader.catalogue()
        lexicon = _lexicon_of(replace(catalogue, generation=0))
        return cls(catalogue.generation, lexicon, lexicon.directory)


@lru_cache(maxsize=4)
def _lexicon_of(names: Catalogue) -> Lexicon:
    """The lexicon of names, which most loads and most workspaces leave as they are."""
    return build(Directory(names))


_Of: TypeAlias = tuple[int, int, date]
"""The generation of the store, that of the names, and the day."""


class Muster:
    """Answers questions from one store; safe to use from several threads."""

    def __init__(self, url: str, scope: Scope | None = None) -> None:
        self._engine = read_engine_for(url)
        self._scope = scope or Scope()
        self._lock = Lock()
        self._knowledge: Knowledge | None = None
        self._kept: tuple[_Of, Kept] | None = None

    def within(self, workspace: str) -> Self:
        """The same store as people of a workspace see it, with what it has loaded.

        It shares the connections, and the lexicon as long as the workspace adds no names.
        """
        other = copy(self)
        other._scope, other._lock = Scope(workspace), Lock()  # noqa: SLF001 - it is our own kind
        other._knowledge = other._kept = None  # noqa: SLF001 - it sees other names and figures
        return other

    def ask(
        self, text: str, today: date, thread: Query | None = None, council: str | None = None
    ) -> Replied:
        """Answer a question; `thread` is the last query answered in its thread.

        `council` is meant where the question and its thread name no place.
        """
        with self.looking(today) as (known, facts):
            return reply_to(text, known.lexicon, facts, thread, council)

    def answer(self, query: Query, today: date) -> Replied:
        """Answer what was understood before: a reading chosen, a button pressed."""
        with self.looking(today) as (_, facts):
            return Replied(Understanding(query), answer(query, facts))

    @contextmanager
    def looking(self, today: date) -> Iterator[tuple[Knowledge, Facts]]:
        """Give the names and the figures, for whoever asks more than one thing of them."""
        with reading(self._engine, self._scope) as reader:
            generation = reader.generation()
            known = self._known(reader, generation)
            kept = self._kept_of((generation, known.generation, today))
            yield known, Facts(reader, known.directory, today, kept)

    @contextmanager
    def reading(self) -> Iterator[tuple[Knowledge, Reader]]:
        """Give the names and what reads the store, for whoever asks it in other words."""
        with reading(self._engine, self._scope) as reader:
            yield self._known(reader, reader.generation()), reader

    def converse(self, texts: Sequence[str], today: date) -> Replied:
        """Answer the last of a thread's questions, each in the light of those before it."""
        thread: Query | None = None
        with self.looking(today) as (known, facts):
            for text in texts[:-1]:
                thread = reply_to(text, known.lexicon, facts, thread).carried(thread)
            return reply_to(texts[-1], known.lexicon, facts, thread)

    def knowledge(self) -> Knowledge:
        """The names of the store as it is now."""
        with self.reading() as (known, _):
            return known

    @property
    def generation(self) -> int:
        """The number of the load that was seen last, without looking for a newer one."""
        return self._knowledge.generation if self._knowledge else 0

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()

    def _kept_of(self, of: "_Of") -> Kept:
        """What was read before of the store as it is now, on that day; no more than finds room."""
        kept = self._kept  # another thread may put another in its place
        if kept is None or kept[0] != of or kept[1].is_full:
            kept = self._kept = of, Kept()
        return kept[1]

    def _known(self, reader: Reader, generation: int) -> Knowledge:
        """The names, read again when another process has loaded something.

        Whoever sees it first reads them; the others go on with those before it, or a load would
        keep everybody waiting.
        """
        known = self._knowledge
        if known is not None and known.generation == generation:
            return known
        if not self._lock.acquire(blocking=known is None):
            return self._knowledge or self._known(reader, generation)
        try:
            known = self._knowledge  # whoever waited finds that somebody has just read them
            if known is None or known.generation != generation:
                known = self._knowledge = Knowledge.load(reader)
            return known
        finally:
            self._lock.release()


def reply_to(
    text: str, lexicon: Lexicon, facts: Facts, thread: Query | None, council: str | None = None
) -> Replied:
    """Read one question and answer it with what is held."""
    understanding = read(text, lexicon, thread)
    asked = in_council(understanding.reading, council) if council else understanding.reading
    if isinstance(asked, NotUnderstood):
        return Replied(understanding, asked)
    unread = _unread(asked)
    result = answer_unclear(asked, facts) if isinstance(asked, Unclear) else answer(asked, facts)
    told = confirmed(result, unread) or NotUnderstood(Why.UNKNOWN_WORDS, unread)
    return Replied(understanding, told)


def _unread(asked: Query | Unclear) -> tuple[str, ...]:
    readings = asked.readings if isinstance(asked, Unclear) else (asked,)
    return tuple(dict.fromkeys(word for one in readings for word in one.unread))
