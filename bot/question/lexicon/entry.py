"""What a phrase of the lexicon may mean."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias


class Kind(StrEnum):
    """What a meaning is a name of."""

    METRIC = "metric"
    WEAK_METRIC = "weak_metric"  # "staff": a metric only where no other is named
    PLACE = "place"
    ROLE_GROUP = "role_group"
    FACET = "facet"
    WEAK_FACET = "weak_facet"  # "how many": narrows where it can, and may be ignored
    EVENT = "event"
    TERM = "term"
    CUE = "cue"
    FILLER = "filler"


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing a phrase names; `key` is the catalogue's, or the cue's."""

    kind: Kind
    key: str


Sense: TypeAlias = tuple[Meaning, ...]
"""What a phrase says all at once: "agency social workers" is a metric and a role group."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase and its senses, best first; `weight` is how sure its wording is (0 to 1)."""

    text: str
    senses: tuple[Sense, ...]
    weight: float = 1.0
    kind: Kind = field(init=False, repr=False, compare=False)
    """The kind of its first meaning, by which the cover weighs it."""

    def __post_init__(self) -> None:
        """Look its kind up once; every question that holds the phrase needs it."""
        object.__setattr__(self, "kind", self.senses[0][0].kind)
