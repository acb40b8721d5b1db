"""The steps of a run, over the same questions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from random import Random

from bot.answer.values import Result
from bot.cli.bench.lexicons import grown, size_of
from bot.cli.bench.measures import (
    ANSWERING,
    READING,
    READING_A_LARGE_LEXICON,
    STARTING,
    Measure,
)
from bot.cli.bench.naive import CUT_OFF, Naive
from bot.cli.bench.start import bare_start, cold_start
from bot.cli.bench.timing import timed, timed_once
from bot.cli.samples.grade import Grade, grade
from bot.cli.samples.pool import Asked
from bot.cli.samples.typing_errors import with_error
from bot.pipeline import EXAMPLES, Muster
from bot.query.query import NotUnderstood
from bot.question import Lexicon, read
from bot.reply.lines import lines_of

_LARGE = 100_000
"""Phrases from which a lexicon is a large one."""

_LONGEST = 10
"""Words of a question; nearly all that people ask have fewer."""

Step = Callable[[], Sequence[Measure]]


@dataclass(frozen=True, slots=True)
class Size:
    """How much a run measures; `phrases` are those added to copies of the lexicon."""

    questions: int
    repeats: int
    starts: int
    phrases: Sequence[int]


class Run:
    """Questions drawn once, and what is measured with them."""

    def __init__(self, muster: Muster, known: Sequence[Asked], today: date, size: Size) -> None:
        random = Random(size.questions)  # noqa: S311 - the same questions in every run
        self._muster, self._today, self._size = muster, today, size
        self._naive = Naive(known)
        short = [one for one in known if len(one.question.split()) <= _LONGEST]
        self._asked = random.sample(short, min(size.questions, len(short)))
        self._mistyped = [
            replace(one, question=with_error(one.question, random).text) for one in self._asked
        ]

    def steps(self) -> dict[str, Step]:
        """What is done, in order, by what a person is told meanwhile."""
        lexicon = self._muster.knowledge().lexicon
        return {
            "reading": partial(self._reading, lexicon),
            **{
                f"reading with {phrases:,} phrases more": partial(self._growing, lexicon, phrases)
                for phrases in self._size.phrases
            },
            "answering": self._answering,
            "the naive way": self._guessing,
            "cold starts": self._starting,
        }

    @property
    def questions(self) -> list[str]:
        """What is asked."""
        return [one.question for one in self._asked]

    def grades(self) -> dict[str, list[Grade]]:
        """How each way does on the same questions, every second one with a typing error."""
        mixed = [*self._asked[::2], *self._mistyped[1::2]]
        return {
            "Muster": [grade(self._result(one), one.due) for one in mixed],
            "WRatio, the best match": [self._naive.grade(one) for one in mixed],
            f"WRatio, {CUT_OFF} or more": [self._naive.grade(one, CUT_OFF) for one in mixed],
        }

    def _reading(self, lexicon: Lexicon) -> list[Measure]:
        phrases = size_of(lexicon)
        target = READING_A_LARGE_LEXICON if phrases >= _LARGE else READING
        plain = timed(partial(_read, lexicon), self._asked, self._size.repeats)
        new = timed_once(partial(_read, lexicon), self._mistyped)
        return [
            Measure(f"reading, {phrases:,} phrases", plain, target),
            Measure("  new typing errors", new, replace(target, median=None)),
        ]

    def _growing(self, lexicon: Lexicon, phrases: int) -> list[Measure]:
        return self._reading(grown(lexicon, phrases))

    def _answering(self) -> list[Measure]:
        timing = timed(self._reply, self._asked, self._size.repeats)
        return [Measure("question to reply", timing, ANSWERING)]

    def _guessing(self) -> list[Measure]:
        timing = timed(self._guess, self._asked, 1)
        return [Measure(f"WRatio, {len(self._naive.descriptions)} figures", timing)]

    def _starting(self) -> list[Measure]:
        starts = self._size.starts
        return [
            Measure("muster ask, cold start", cold_start(EXAMPLES[0], starts), STARTING),
            Measure("  Python alone", bare_start(starts)),
        ]

    def _result(self, one: Asked) -> Result | NotUnderstood:
        return self._muster.ask(one.question, self._today).result

    def _reply(self, one: Asked) -> str:
        replied = self._muster.ask(one.question, self._today)
        return lines_of(replied.result, replied.understanding.corrections, EXAMPLES).text

    def _guess(self, one: Asked) -> frozenset[int]:
        return self._naive.figures(one.question)


def _read(lexicon: Lexicon, one: Asked) -> None:
    read(one.question, lexicon)
