"""How a question ends: figures, none and why, or words."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from bot.answer.values.comparisons import Benchmark, Certainty, Change, Disagreement, Pace
from bot.answer.values.figures import Calculated, Figure
from bot.answer.values.plans import Pay, Plan
from bot.answer.values.standings import Apart, Standing
from bot.query.query import Query


class Outcome(StrEnum):
    """How a question ended; the words are those of the answer contract."""

    ANSWERED = "answered"
    AMBIGUOUS = "ambiguous"
    NO_DATA = "no_data"
    NOT_UNDERSTOOD = "not_understood"
    DECLINED = "declined"
    DEFINITION = "definition"


@dataclass(frozen=True, slots=True)
class Answer:
    """Figures that answer a query.

    `figures` is the answer itself, in the order asked; `options` are the readings where it could
    mean several. `notes` are sentences of the answer, `caveats` what to be careful about, `missing`
    what was asked beside and is not held, `apart` the councils that a ranking leaves out.
    """

    query: Query
    outcome: Outcome
    understood: str
    figures: tuple[Figure, ...] = ()
    options: tuple[Figure, ...] = ()
    changes: tuple[Change, ...] = ()
    benchmarks: tuple[Benchmark, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    paces: tuple[Pace, ...] = ()
    certainties: tuple[Certainty, ...] = ()
    standings: tuple[Standing, ...] = ()
    apart: Apart | None = None
    plans: tuple[Plan, ...] = ()
    pay: Pay | None = None
    calculated: tuple[Calculated, ...] = ()
    notes: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


class Reason(StrEnum):
    """Why a query has no figures; never merged, each has its own words."""

    NOT_HELD = "not held"
    BLANK = "blank"
    NO_VALUE = "no value"
    LOW = "above zero, but too low to print"
    UNRELIABLE = "of low reliability"
    NOT_AVAILABLE = "not available"
    NOT_APPLICABLE = "does not apply"
    TOO_FEW = "too few people"
    NOT_IN_YET = "not in yet"
    ONLY_PARTS = "only its parts are published"
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
