"""What a cover mentions, piece by piece."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.query.period import Period
from bot.query.query import Choice
from bot.question.cover import Span
from bot.question.lexicon.entry import Kind
from bot.question.text.tokens import Token

_NAMED = frozenset({Kind.METRIC, Kind.WEAK_METRIC, Kind.PLACE, Kind.ROLE_GROUP, Kind.EVENT})


class Mention(NamedTuple):
    """One thing mentioned and the span it stands at; positions count spans, not words.

    A measure word ("FTE") mentions a facet and, for want of another metric, one of its own: such a
    weak metric names its facets in `measures`.
    """

    kind: Kind
    choice: Choice
    at: int
    measures: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the question and the span it stands at."""

    value: float
    percent: bool
    at: int


@dataclass(slots=True)
class Mentions:
    """Everything a cover mentions, in order; repairs may take pieces out again."""

    found: list[Mention] = field(default_factory=list)
    periods: list[tuple[Period, int]] = field(default_factory=list)
    numbers: list[Number] = field(default_factory=list)
    cues: dict[str, list[int]] = field(default_factory=dict)
    terms: list[str] = field(default_factory=list)
    unknown: list[Token] = field(default_factory=list)
    first_cue: str = ""
    tokens: Sequence[Token] = ()
    spans: Sequence[Span] = ()

    def words(self, at: int) -> str:
        """The words of the span at a position, in lower case, as they were read; "" outside."""
        if not 0 <= at < len(self.spans):
            return ""
        span = self.spans[at]
        if span.match and span.match.edits and len(span.match.path) == span.end - span.start:
            return " ".join(self._read_words(span))
        if span.end == span.start + 1:
            return self.tokens[span.start].word
        return " ".join(token.word for token in self.tokens[span.start : span.end])

    def _read_words(self, span: Span) -> Iterator[str]:
        options = span.match.path if span.match else ()
        for token, option in zip(self.tokens[span.start : span.end], options, strict=True):
            yield option.read_as or token.word

    def has(self, *cues: str) -> bool:
        """Whether any of these cues was given."""
        return bool(self.cues) and not self.cues.keys().isdisjoint(cues)

    def of(self, kind: Kind) -> list[Choice]:
        """The choices of one kind, in order."""
        return [mention.choice for mention in self.found if mention.kind is kind]

    def keys(self, kind: Kind) -> list[str]:
        """The first key of each choice of one kind."""
        return [choice[0] for choice in self.of(kind)]

    @property
    def metrics(self) -> list[Choice]:
        """Metrics named as such."""
        return self.of(Kind.METRIC)

    @property
    def weak_metrics(self) -> list[Choice]:
        """Words that are metrics only where no other is named."""
        return self.of(Kind.WEAK_METRIC)

    @property
    def measure_facets(self) -> set[str]:
        """Facets that came with a measure word of its own: "FTE", "headcount"."""
        return {facet for mention in self.found for facet in mention.measures}

    @property
    def names_nothing(self) -> bool:
        """Whether no metric, place, role, event or term was recognised."""
        return not self.terms and not any(mention.kind in _NAMED for mention in self.found)
