"""What the store knows by name, as frozen values: no SQL here, so that anyone may import it.

A key is a word in lower case with underscores; a team's key carries its organisation's before a
slash ("devon/assessment"). Texts are what people read.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class Direction(StrEnum):
    """Which way a metric improves (NHS Making Data Count: improvement direction)."""

    INCREASE = "increase"
    DECREASE = "decrease"
    NEUTRAL = "neutral"


class Nature(StrEnum):
    """Whether a figure is a stock at a moment or a flow over a time."""

    SNAPSHOT = "snapshot"
    FLOW = "flow"


@dataclass(frozen=True, slots=True)
class Organisation:
    """A council, a region or a nation."""

    id: int
    key: str
    name: str
    short_name: str
    kind: str
    region: str | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Team:
    """A part of an organisation; `parent` is its place in the tree, `covers` what it sums.

    A printed total over services of different branches ("All four services") covers them without
    being their parent.
    """

    id: int
    key: str
    name: str
    organisation: str
    parent: str | None = None
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleGroup:
    """The people a figure counts; `parent` is the wider group they are part of.

    `combines` names the groups whose overlap this one is (male + permanent staff), so that the
    two words asked together mean it and not a comparison of both.
    """

    id: int
    key: str
    name: str
    parent: str | None = None
    combines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Formula:
    """How a rate is made. Each part lists the metrics that may stand for it, best first."""

    id: int
    key: str
    words: str
    numerator: tuple[str, ...]
    denominator: tuple[tuple[str, ...], ...]
    population: str
    basis: str
    nature: Nature
    source: str


@dataclass(frozen=True, slots=True)
class Metric:
    """What is measured. Metrics of one `subject` differ in their `facets` (rate, fte, new ...).

    `sensitivity` is "A" for what may be public, "B" and "C" for what is about single people.
    One that is `signed` may be below nought: unfilled vacancies are, where more are in post than
    the budget has room for.
    """

    id: int
    key: str
    name: str
    unit: str
    direction: Direction
    subject: str
    facets: tuple[str, ...]
    nature: Nature
    decimals: int
    definition: str
    formulas: tuple[Formula, ...] = ()
    sensitivity: str = "A"
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Alias:
    """A word or phrase people use and one thing it may mean, as `kind:key` joined by `+`.

    Several rows with one text are alternatives, in the order of `rank`; then the facts or the
    person decide.
    """

    text: str
    means: str
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the field and what it means."""

    key: str
    name: str
    meaning: str
    source: str


@dataclass(frozen=True, slots=True)
class Event:
    """A moment people refer to by name; `month` is ISO, "2020-09"."""

    key: str
    name: str
    organisation: str
    month: str


@dataclass(frozen=True, slots=True)
class Caveat:
    """What must be said with the figures it touches; a selector that is None matches all."""

    key: str
    text: str
    metric: str | None = None
    organisation: str | None = None
    team: str | None = None
    role_group: str | None = None
    formula: str | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A document figures were published in."""

    id: int
    key: str
    title: str
    publisher: str
    published: str
    file: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All of it, as one value; `generation` changes whenever the store is loaded."""

    generation: int
    organisations: tuple[Organisation, ...] = ()
    teams: tuple[Team, ...] = ()
    role_groups: tuple[RoleGroup, ...] = ()
    metrics: tuple[Metric, ...] = ()
    aliases: tuple[Alias, ...] = ()
    terms: tuple[Term, ...] = ()
    events: tuple[Event, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    sources: tuple[Source, ...] = field(default=())
