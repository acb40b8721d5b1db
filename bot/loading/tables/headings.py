"""What the columns of a table hold, by their headings."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from bot.loading.cells.times import of_day, of_month, when
from bot.loading.doubts import IGNORE, Doubt, Doubts
from bot.loading.statements import When
from bot.loading.words import Wording
from bot.query.period import Period
from db.vocabulary import Kind
from seed.grids import Cell, Mark


class Holds(StrEnum):
    """What a column holds."""

    COUNCIL = "council"
    TEAM = "team"
    ROLE_GROUP = "role group"
    METRIC = "metric"
    PERIOD = "period"
    FORMULA = "formula"
    KIND = "kind"
    FIGURES = "figures"
    LABELS = "labels"  # what they are, the cells tell
    NOTHING = "nothing"  # that is loaded
    UNKNOWN = "unknown"


_DIMENSIONS: Final = {
    Holds.COUNCIL: "council authority organisation la|local authority|la name|council name",
    Holds.TEAM: "team service area unit department|team name|service area|team service|"
    "service team|teams|services|location|directorate|place",
    Holds.ROLE_GROUP: "role|role group|roles|staff group|job|job role|job title|staff type|"
    "worker type|grade|population",
    Holds.METRIC: "metric measure indicator kpi|performance indicator|measures|metrics|description",
    Holds.PERIOD: "period month date year quarter|month year|time period|as at|reporting period|"
    "reporting month|snapshot date|snapshot|month end|week|financial year|date of figures",
    Holds.FORMULA: "formula basis denominator|divided by",
    Holds.KIND: "kind type|figure type|actual or target",
    Holds.FIGURES: "value figure number amount result actual total|figures|values",
    Holds.NOTHING: "note notes comment comments source rag unit units status commentary|"
    "data source|unit of measure|owner|direction of travel|dot",
}
_KNOWN: Final = {
    phrase: holds
    for holds, listed in _DIMENSIONS.items()
    for first, *phrases in [listed.split("|")]
    for phrase in [*first.split(), *phrases]
}
_NOT_LETTERS: Final = re.compile(r"[^a-z0-9%£]+")
_TARGET: Final = re.compile(r"\b(?:target|goal|ambition)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, what it holds, and what the heading itself says of its figures."""

    at: int
    heading: str
    holds: Holds
    metric: str | None = None
    when: When | None = None
    kind: Kind = Kind.ACTUAL


class Heading(NamedTuple):
    """The heading of a column: the cell nearest to its figures, and the texts of all its rows."""

    at: int
    cell: Cell
    mark: Mark | None
    parts: list[str]


def normal(heading: str) -> str:
    """A heading without case, marks and doubled spaces."""
    return _NOT_LETTERS.sub(" ", heading.lower()).strip()


def is_telling(cell: Cell, wording: Wording) -> bool:
    """Whether a cell looks like a heading: a known word, a metric, a time."""
    if isinstance(cell, date):
        return True
    if not isinstance(cell, str):
        return False
    if normal(cell) in _KNOWN:
        return True
    words = wording.words(cell)
    return bool(words.metrics or words.alone) and not words.places and not words.unknown


def dated(cell: Cell, mark: Mark | None, wording: Wording) -> When | None:
    """The time that a heading is, where it is one and nothing else."""
    if isinstance(cell, date):
        return of_month(cell) if mark is Mark.MONTH else of_day(cell)
    text = f"{cell:g}" if isinstance(cell, float) else str(cell)
    words = wording.words(text.rstrip("*"))
    if not words.alone or len(words.periods) != 1:
        return None
    try:
        return when(words.periods[0])
    except ValueError:
        return None


def column_of(found: Heading, wording: Wording, doubts: Doubts) -> Column:
    """What a column holds, by its heading; one that names nothing for certain is asked about."""
    at, cell, mark, parts = found
    heading = " ".join(parts)
    answered = doubts.answer(f"heading:{normal(heading)}")
    if answered is not None:
        return _answered(at, heading, answered, wording)
    if not heading:
        return Column(at, heading, Holds.LABELS)
    for text in dict.fromkeys((heading, *reversed(parts))):
        if holds := _KNOWN.get(normal(text)):
            return Column(at, heading, holds)
    if moment := dated(cell, mark, wording):
        return Column(at, heading, Holds.FIGURES, when=moment)
    return _measured(at, heading, parts, wording, doubts)


def _measured(at: int, heading: str, parts: list[str], wording: Wording, doubts: Doubts) -> Column:
    kind = Kind.TARGET if _TARGET.search(heading) else Kind.ACTUAL
    for text in dict.fromkeys((heading, *reversed(parts))):
        words = wording.words(_TARGET.sub("", text) if kind is Kind.TARGET else text)
        if len(words.metrics) == 1 and not words.unknown and not words.beside:
            moment = _moment(words.periods)
            return Column(at, heading, Holds.FIGURES, words.metrics[0], moment, kind)
    choice = wording.words(heading).metrics
    doubts.ask(_doubt(heading, choice, wording))
    return Column(at, heading, Holds.UNKNOWN)


def _moment(periods: tuple[Period, ...]) -> When | None:
    try:
        return when(periods[0]) if len(periods) == 1 else None
    except ValueError:
        return None


def _doubt(heading: str, choice: tuple[str, ...], wording: Wording) -> Doubt:
    metrics = wording.lexicon.directory.metrics
    named = tuple((f"metric:{key}", f"{metrics[key].name} ({metrics[key].unit})") for key in choice)
    return Doubt(
        f"heading:{normal(heading)}",
        f"What does the column {heading!r} hold?",
        options=(*named, (IGNORE, "Leave it out")),
    )


def _answered(at: int, heading: str, answer: str, wording: Wording) -> Column:
    """A column as somebody has said: a metric by key or name, a dimension, or nothing."""
    if answer == IGNORE:
        return Column(at, heading, Holds.NOTHING)
    if holds := _KNOWN.get(normal(answer)):
        return Column(at, heading, holds)
    kind, _, key = answer.partition(":")
    metrics = (key,) if kind == "metric" else wording.words(answer).metrics
    if len(metrics) != 1 or metrics[0] not in wording.lexicon.directory.metrics:
        return Column(at, heading, Holds.UNKNOWN)
    target = Kind.TARGET if _TARGET.search(heading) else Kind.ACTUAL
    return Column(at, heading, Holds.FIGURES, metrics[0], kind=target)
