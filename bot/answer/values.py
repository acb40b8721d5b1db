"""What an answer is made of: frozen values that any reply can be drawn from, without the store."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from bot.query.query import Condition, Query

_SMALL = 100
"""Denominators below this say what one person is worth."""
UNSTATED = "unstated"
"""The formula of figures whose source does not say how they are made."""
_MOMENTS = frozenset({"day", "month", "each_month"})
_NOBODY = "not_applicable"
"""The key of the role group of figures that count no people."""


class Outcome(StrEnum):
    """How a question ended; the words are those of the answer contract."""

    ANSWERED = "answered"
    AMBIGUOUS = "ambiguous"
    NO_DATA = "no_data"
    NOT_UNDERSTOOD = "not_understood"
    DECLINED = "declined"
    DEFINITION = "definition"


@dataclass(frozen=True, slots=True)
class Name:
    """A thing of the catalogue as programs and people name it; `short` is what people say."""

    key: str
    name: str
    short: str = ""

    @property
    def within(self) -> str:
        """The name within a sentence: "social workers", but "Heads of Service"."""
        is_title = any(letter.isupper() for letter in self.name[1:])
        return self.name if is_title else f"{self.name[:1].lower()}{self.name[1:]}"


@dataclass(frozen=True, slots=True)
class HeldPeriod:
    """The period of a held figure: its type and key in the store, its days, its source's words."""

    type: str
    key: str
    start: date | None
    end: date | None
    label: str = ""

    @property
    def sort(self) -> str:
        """A moment, or which sort of stretch: a financial year is no census year."""
        return "moment" if self.type in _MOMENTS else self.type


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a figure was published: document, part, line and the words themselves."""

    document: str
    section: str
    line: int | None
    quote: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One published figure with all that makes it honest; `value` None is no figure, never zero."""

    id: int
    metric: Name
    organisation: Name
    team: Name | None
    role_group: Name
    kind: str
    unit: str
    period: HeldPeriod
    value: float | None
    value_text: str
    status: str
    direction: str
    formula: str = ""
    formula_words: str = ""
    basis: str = ""
    numerator: float | None = None
    denominator: float | None = None
    qualifier: str = ""
    decimals: int = 0
    source: Provenance = field(default=Provenance("", "", None, ""))

    @property
    def counted(self) -> str:
        """Whom it counts, as said within a sentence; "" where it counts no people."""
        return "" if self.role_group.key == _NOBODY else self.role_group.within

    def meets(self, conditions: Iterable[Condition]) -> bool:
        """Whether its value meets them; what is no rate is never over some per cent."""
        value = self.value
        return value is not None and all(
            one.holds(value) and (self.unit == "%" or not one.percent) for one in conditions
        )

    @property
    def worth_of_one(self) -> float | None:
        """Points by which one person moves a rate; None where its denominator is not small."""
        if self.unit != "%" or not self.denominator or self.denominator >= _SMALL:
            return None
        return 100 / self.denominator


@dataclass(frozen=True, slots=True)
class Calculated:
    """A figure worked out here from published `parts`; `of` is the published one it stands for."""

    metric: Name
    formula: str
    formula_words: str
    value: float
    numerator: float
    denominator: float
    parts: tuple[Figure, ...]
    of: Figure | None = None


class ChangeUnit(StrEnum):
    """What a change is counted in; rates change in points, never in per cent of themselves."""

    POINTS = "percentage points"
    FTE = "FTE"
    PEOPLE = "people"
    POSTS = "posts"
    CASES = "cases"
    DAYS = "days"
    OTHER = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A change between two figures of one series, both ends held."""

    start: Figure
    end: Figure
    value: float
    unit: str
    relative: float | None
    between: tuple[Figure, ...] = ()

    @property
    def direction(self) -> str:
        """Which way it went: up, down or same."""
        return "up" if self.value > 0 else "down" if self.value < 0 else "same"

    @property
    def is_like_for_like(self) -> bool:
        """Whether both ends are made by one formula that is known, over the same sort of time."""
        one_formula = self.start.formula == self.end.formula != UNSTATED
        return one_formula and self.start.period.sort == self.end.period.sort


class Verdict(StrEnum):
    """How a figure stands to its benchmark."""

    ABOVE = "above"
    BELOW = "below"
    SAME = "same"
    NOT_COMPARABLE = "not_comparable"


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A figure to hold `of` against; a difference only where both are made alike."""

    name: str
    figure: Figure
    of: Figure
    verdict: Verdict
    difference: float | None
    like_for_like: Calculated | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """Figures that answer a query.

    `figures` is the answer itself, in the order asked; `options` are the readings where it could
    mean several. `notes` are sentences of the answer, `caveats` what to be careful about, `missing`
    what was asked beside and is not held.
    """

    query: Query
    outcome: Outcome
    understood: str
    figures: tuple[Figure, ...] = ()
    options: tuple[Figure, ...] = ()
    changes: tuple[Change, ...] = ()
    benchmarks: tuple[Benchmark, ...] = ()
    calculated: tuple[Calculated, ...] = ()
    notes: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


class Reason(StrEnum):
    """Why a query has no figures; never merged, each has its own words."""

    NOT_HELD = "not held"
    BLANK = "blank"
    NO_VALUE = "no value"
    TOO_FEW = "too few people"
    NOT_IN_YET = "not in yet"
    NO_SUCH_TEAM = "no such team"


@dataclass(frozen=True, slots=True)
class NoFigures:
    """A query understood for which nothing is held, and what lies nearest.

    `blanks` are the cells that a report prints without a value.
    """

    query: Query
    reason: Reason
    understood: str
    detail: str = ""
    blanks: tuple[Figure, ...] = ()
    near: tuple[Figure, ...] = ()
    calculated: tuple[Calculated, ...] = ()
    caveats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explained:
    """Words instead of figures: a definition, what is held, where a figure comes from, help."""

    query: Query
    outcome: Outcome
    understood: str
    lines: tuple[str, ...]
    figures: tuple[Figure, ...] = ()


Result: TypeAlias = Answer | NoFigures | Explained
