"""What was asked, once understood: the contract between the question and the answer.

A `Query` is frozen and checked when it is made, so that whoever answers needs no ifs for
meaningless ones. It holds catalogue keys and periods as people say them; no dates, no rows.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from bot.query.period import Period

Choice: TypeAlias = tuple[str, ...]
"""One mention and the keys it may mean, best first: ("devon/send", "dudley/send")."""


class Intent(StrEnum):
    """What kind of answer is wanted."""

    FIGURE = "figure"
    CHANGE = "change"
    SERIES = "series"
    BENCHMARK = "benchmark"
    RANK = "rank"
    LIST = "list"
    EVERYTHING = "everything"
    WHAT_IF = "what if"
    NEIGHBOURS = "neighbours"
    DEFINITION = "definition"
    COVERAGE = "coverage"
    RECENCY = "recency"
    SOURCE = "source"
    HELP = "help"
    THANKS = "thanks"
    GREETING = "greeting"


NEEDS_METRIC = frozenset(
    {
        *(Intent.FIGURE, Intent.CHANGE, Intent.SERIES, Intent.BENCHMARK, Intent.RANK),
        *(Intent.LIST, Intent.WHAT_IF),
    }
)


class Against(StrEnum):
    """What a figure is held against."""

    ENGLAND = "England"
    REGION = "the region"
    NEIGHBOURS = "statistical neighbours"
    TARGET = "target"
    ANY = "the benchmark"


class Dimension(StrEnum):
    """What a ranking or a list goes over."""

    TEAM = "team"
    MONTH = "month"
    ORGANISATION = "council"
    ROLE_GROUP = "role"


class Order(StrEnum):
    """How a ranking is sorted; best and worst read the metric's improvement direction."""

    HIGHEST = "highest"
    LOWEST = "lowest"
    BEST = "best"
    WORST = "worst"


class Lever(StrEnum):
    """What may move a rate of staff."""

    CONVERT = "convert agency workers to permanent"
    RECRUIT = "recruit permanent staff"
    END = "let assignments end"


class Kind(StrEnum):
    """Which kind of figure was asked for, where not what is actually so."""

    TARGET = "target"
    PLANNED = "planned"  # or forecast: not yet so
    CHANGE = "change"
    BENCHMARK = "benchmark"


class Slot(StrEnum):
    """A part of a query that a follow-up may inherit."""

    METRIC = "metric"
    PLACE = "place"
    ROLE_GROUP = "role_group"
    PERIOD = "period"


class Comparison(StrEnum):
    """How a value is held against a number."""

    OVER = "over"
    UNDER = "under"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    EQUAL = "equal to"


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on the value: "over 50%". `percent` says whether the number was a percentage."""

    comparison: Comparison
    number: float
    percent: bool = False

    def holds(self, value: float) -> bool:
        """Whether `value` meets the condition."""
        return {
            Comparison.OVER: value > self.number,
            Comparison.UNDER: value < self.number,
            Comparison.AT_LEAST: value >= self.number,
            Comparison.AT_MOST: value <= self.number,
            Comparison.EQUAL: value == self.number,
        }[self.comparison]


@dataclass(frozen=True, slots=True)
class Query:
    """One question, understood.

    Several entries in `metrics`, `places`, `role_groups` or `periods` were asked side by side;
    several keys inside one entry are one mention with several possible meanings. `inherited` names
    the slots a follow-up took from its thread; they give way where they fit nothing held, and they
    are no part of what the query means. `unread` are words that no name covers: only figures whose
    own paragraph says them may answer. `aggregate` is the "total" or "average" asked of a stretch
    of time, which is told only where it was published. `interval` asks how certain figures are.
    """

    intent: Intent
    metrics: tuple[Choice, ...] = ()
    places: tuple[Choice, ...] = ()
    role_groups: tuple[Choice, ...] = ()
    periods: tuple[Period, ...] = ()
    kind: Kind | None = None
    formula: str | None = None
    against: Against | None = None
    by: Dimension | None = None
    order: Order | None = None
    limit: int | None = None
    conditions: tuple[Condition, ...] = ()
    people: int | None = None
    lever: Lever | None = None
    terms: tuple[str, ...] = ()
    inherited: frozenset[Slot] = field(default=frozenset(), compare=False)
    unread: tuple[str, ...] = ()
    aggregate: str | None = None
    interval: bool = False

    def __post_init__(self) -> None:
        """Refuse a query that could not be answered by anyone."""
        self._check_choices()
        if self.intent in NEEDS_METRIC and not self.metrics:
            raise ValueError(f"a {self.intent} needs a metric")
        if self.intent is Intent.DEFINITION and not (self.terms or self.metrics):
            raise ValueError("a definition needs a term or a metric")
        if self.intent in {Intent.EVERYTHING, Intent.NEIGHBOURS} and not self.places:
            raise ValueError(f"{self.intent} needs a place")
        if self.intent is Intent.RANK and not (self.order and self.by):
            raise ValueError("a ranking needs an order and what it goes over")
        if self.intent is Intent.LIST and not (self.by or self.conditions):
            raise ValueError("a list needs what it goes over or a condition")
        if self.intent is Intent.BENCHMARK and not self.against:
            raise ValueError("a benchmark needs what to hold against")
        if self.intent is Intent.WHAT_IF and not (self.against or self.conditions or self.lever):
            raise ValueError("what it would take needs a goal or a lever")
        if (self.lever is None) is not (self.people is None):
            raise ValueError("a lever moves a number of people")
        if self.limit is not None and self.limit < 1:
            raise ValueError("a limit starts at one")

    def _check_choices(self) -> None:
        for choice in (*self.metrics, *self.places, *self.role_groups):
            if not choice or len(set(choice)) != len(choice):
                raise ValueError("a choice holds different keys, at least one")


class Why(StrEnum):
    """Why a question was not understood; each has its own reply."""

    EMPTY = "empty"
    TOO_LONG = "too long"
    UNKNOWN_WORDS = "unknown words"
    NO_METRIC = "no metric"
    CLASH = "parts that do not go together"
    OTHER_TOPIC = "other topic"
    PERSON = "a person"
    COMMAND = "a command"
    FORECAST = "a forecast"
    REASON = "a reason"
    PART_LEFT_OUT = "a part left out"


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """A question with no query in it.

    `words` are those that stood in the way, as written, letters only; `suggestions` are what they
    may have meant.
    """

    why: Why
    words: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unclear:
    """A question with several readings, best first, each a query of its own."""

    readings: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """A word that was read as another one: "asessment" as "Assessment"."""

    written: str
    read_as: str


Reading: TypeAlias = Query | Unclear | NotUnderstood
