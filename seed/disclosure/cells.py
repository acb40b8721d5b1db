"""A figure as the rule for small groups sees it, and what tells which figures add up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import NamedTuple

from db.vocabulary import Kind
from seed.disclosure.table import Key


class State(Enum):
    """What is known of a figure already."""

    NEW = "new"
    """Nobody has seen it."""
    SEEN = "seen"
    """The workspace holds it, and shows it."""
    HIDDEN = "hidden"
    """It was hidden before, and stays hidden."""
    PUBLIC = "public"
    """It was published."""


class Cell(NamedTuple):
    """One figure; `team` is "" for the whole organisation, `value` None where nobody knows it."""

    metric: str
    organisation: str
    team: str
    role_group: str
    period: str
    start: date | None
    end: date | None
    value: float | None
    unit: str
    kind: Kind = Kind.ACTUAL
    qualifier: str = ""
    numerator: float | None = None
    denominator: float | None = None
    state: State = State.NEW

    @property
    def place(self) -> str:
        """The team, or the organisation where it is of the whole."""
        return self.team or self.organisation

    @property
    def key(self) -> Key:
        """What tells it apart from others of its metric and organisation."""
        return (self.place, self.role_group, self.period, self.qualifier)

    @property
    def is_average(self) -> bool:
        """Whether it divides something by people, and so adds up to nothing."""
        return self.unit in {"%", "ratio"} or " per " in self.unit


@dataclass(frozen=True, slots=True)
class Shape:
    """What adds up to what: teams and groups of people with those they are part of.

    `covers` are the teams that a printed total sums, `flows` the metrics that count over a time,
    `made_of` the counts that a rate or an average divides.
    """

    teams: Mapping[str, str | None]
    role_groups: Mapping[str, str | None]
    covers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    flows: frozenset[str] = frozenset()
    made_of: Mapping[str, frozenset[str]] = field(default_factory=dict)
