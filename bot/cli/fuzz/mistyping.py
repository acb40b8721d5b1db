"""Answerable questions with a typing error in each, and how they are answered."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from random import Random
from typing import TypeAlias

from bot.cli.samples.grade import Grade, grade
from bot.cli.samples.pool import Asked
from bot.cli.samples.typing_errors import Typed, with_error
from bot.pipeline import Replied

Ask: TypeAlias = Callable[[str], Replied]

_PATIENCE = 50
"""Questions looked at for one that is answered right as it is."""


@dataclass(frozen=True, slots=True)
class Mistyped:
    """A question as it was meant and as it was typed, and what came of it."""

    meant: Asked
    typed: Typed
    replied: Replied

    @property
    def grade(self) -> Grade:
        """How the reply did."""
        return grade(self.replied.result, self.meant.due)


@dataclass(slots=True)
class Tally:
    """Grades by kind of error, and the wrong ones whole."""

    grades: Counter[tuple[str, Grade]] = field(default_factory=Counter)
    wrong: list[Mistyped] = field(default_factory=list)

    def add(self, one: Mistyped) -> None:
        """Count one."""
        self.grades[one.typed.error, one.grade] += 1
        if one.grade is Grade.WRONG:
            self.wrong.append(one)


def mistyped(ask: Ask, known: Sequence[Asked], count: int, random: Random) -> Iterator[Mistyped]:
    """So many typing errors in questions that are answered right without them.

    Raises:
        ValueError: hardly any question is answered right as it is, so nothing could be learnt.
    """

    @cache
    def is_answerable(one: Asked) -> bool:
        return grade(ask(one.question).result, one.due) is Grade.RIGHT

    for _ in range(count):
        drawn = (random.choice(known) for _ in range(_PATIENCE))
        meant = next((one for one in drawn if is_answerable(one)), None)
        if meant is None:
            raise ValueError("hardly any question is answered right as it is")
        typed = with_error(meant.question, random)
        yield Mistyped(meant, typed, ask(typed.text))
