"""One thing worth saying: by which rule, how much it weighs, and how it is known again."""

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """Why something is said, in the order in which a digest says it."""

    ALERT = "alert"
    SIGNAL = "signal"
    TARGET = "target crossed"
    RECORD = "record"
    MOVED = "moved"
    BENCHMARK = "benchmark published"
    CORRECTED = "corrected"
    BROKEN = "parts that do not add up"
    DENOMINATOR = "denominator moved"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a rule found.

    `about` is what it is known by from week to week, `state` what was so: with the same state it
    is not told again. `series` are those it is about, `asked` are the words that ask for more.
    """

    rule: Rule
    about: str
    state: str
    score: float
    text: str
    why: str
    series: tuple[str, ...]
    asked: str
