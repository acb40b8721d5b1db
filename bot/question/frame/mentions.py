"""What a cover mentions, piece by piece, under one choice among the senses of its words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, product
from typing import NamedTuple

from bot.query.period import Period
from bot.query.query import Choice
from bot.question.cover import Part, Span
from bot.question.lexicon import Lexicon
from bot.question.lexicon.entry import Kind
from bot.question.lexicon.senses import Alternative
from bot.question.text.tokens import Token
from bot.question.vocabulary.numbers import FRACTIONS, number_of

_TOGETHER: Alternative = ((Kind.CUE, ("together",)),)
_EVERYTHING: Alternative = ((Kind.CUE, ("everything",)),)
_MOST_READINGS = 12
_MOST_COMBINATIONS = 64
_JOINING = frozenset({"and", "&", "or", "nd"})
_PERCENT_SIGNS = frozenset({"%", "percent", "pc", "pct", "per"})


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
        """The words of the span at a position, as typed in lower case; "" outside the question."""
        if not 0 <= at < len(self.spans):
            return ""
        span = self.spans[at]
        return " ".join(token.word for token in self.tokens[span.start : span.end])

    def has(self, *cues: str) -> bool:
        """Whether any of these cues was given."""
        return not self.cues.keys().isdisjoint(cues)

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
        named = {Kind.METRIC, Kind.WEAK_METRIC, Kind.PLACE, Kind.ROLE_GROUP, Kind.EVENT}
        return not self.terms and not any(mention.kind in named for mention in self.found)


def mentions_of(
    tokens: Sequence[Token], spans: Sequence[Span], lexicon: Lexicon
) -> Iterator[Mentions]:
    """The mentions of a cover for each choice among its words' senses, likeliest first."""
    choices = _settled([_senses(span, lexicon) for span in spans], tokens, spans, lexicon)
    for chosen in islice(_by_rank(choices), _MOST_READINGS):
        mentions = Mentions(tokens=tokens, spans=spans)
        for at, (span, alternative) in enumerate(zip(spans, chosen, strict=True)):
            _note(mentions, at, span, alternative, tokens, lexicon)
        yield mentions


def _senses(span: Span, lexicon: Lexicon) -> tuple[Alternative, ...]:
    return lexicon.alternatives[span.entry.text] if span.entry else ((),)


def _settled(
    choices: list[tuple[Alternative, ...]],
    tokens: Sequence[Token],
    spans: Sequence[Span],
    lexicon: Lexicon,
) -> list[tuple[Alternative, ...]]:
    """Choices without the senses that the sure words beside them rule out.

    "SW agency rate Devon" is about social workers, for Devon is the place; in "leavers at ASYE
    level" the metric is leavers, so the ASYEs are the people. Things listed side by side rule out
    nothing, but after a comma a group's own name still means the group.
    """
    sure = {choice[0][0][0] for choice in choices if len(choice) == 1 and choice[0]}
    if any(choice[0] == _EVERYTHING for choice in choices):
        sure.add(Kind.METRIC)
    alone = [choice[0] for choice in choices if len(choice) == 1]
    settled = [_as_sum(choice, alone) for choice in choices]
    if Kind.PLACE in sure:
        settled = [_without(choice, Kind.PLACE, Kind.ROLE_GROUP) for choice in settled]
    if Kind.METRIC in sure:
        lists = any(_sets_apart(tokens, span) for span in spans)
        settled = [
            choice
            if (lists and not _names_group(span, lexicon)) or _is_joined(at, settled, tokens, spans)
            else _without(choice, Kind.METRIC, Kind.ROLE_GROUP)
            for at, (choice, span) in enumerate(zip(settled, spans, strict=True))
        ]
    return settled


def _as_sum(
    choice: tuple[Alternative, ...], alone: Sequence[Alternative]
) -> tuple[Alternative, ...]:
    """Two metrics or their sum: "agency and permanent" is the sum beside "total" or its name."""
    counts = [sum(kind is Kind.METRIC for kind, _ in one) for one in choice]
    if len(set(counts)) < 2 or 0 in counts:  # noqa: PLR2004 - two ways to read it
        return choice
    total = _TOGETHER in alone or any(one in alone for one in choice)
    wanted = min(counts) if total else max(counts)
    return tuple(one for one, count in zip(choice, counts, strict=True) if count == wanted)


def _sets_apart(tokens: Sequence[Token], span: Span) -> bool:
    """Whether it sets things side by side: a comma, an "and", a "vs"."""
    return tokens[span.start].word == "," or _joins(tokens, span)


def _joins(tokens: Sequence[Token], span: Span) -> bool:
    return tokens[span.start].word in _JOINING or bool(
        span.entry and span.entry.senses[0][0].key == "compare"
    )


def _is_joined(
    at: int,
    choices: Sequence[tuple[Alternative, ...]],
    tokens: Sequence[Token],
    spans: Sequence[Span],
) -> bool:
    """Whether an "and" or a "vs" sets a span beside a sure metric: "leavers and ASYEs"."""
    return any(
        0 <= at + 2 * way < len(spans)
        and _joins(tokens, spans[at + way])
        and _is_metric(choices[at + 2 * way])
        for way in (-1, 1)
    )


def _is_metric(choice: tuple[Alternative, ...]) -> bool:
    return len(choice) == 1 and bool(choice[0]) and choice[0][0][0] is Kind.METRIC


def _names_group(span: Span, lexicon: Lexicon) -> bool:
    """Whether the words are a role group's own name, not one of its aliases."""
    return span.entry is not None and span.entry.text in lexicon.group_names


def _without(choice: tuple[Alternative, ...], kind: Kind, other: Kind) -> tuple[Alternative, ...]:
    """The alternatives that do not lead with a kind, where some lead with the other."""
    kept = tuple(one for one in choice if not one or one[0][0] is not kind)
    return kept if any(one and one[0][0] is other for one in kept) else choice


def _by_rank(choices: Sequence[tuple[Alternative, ...]]) -> Iterable[tuple[Alternative, ...]]:
    """All combinations; the sum of ranks decides, so first senses come first."""
    if all(len(choice) == 1 for choice in choices):
        return [tuple(choice[0] for choice in choices)]
    ranks = product(*(range(len(choice)) for choice in choices))
    ordered = sorted(islice(ranks, _MOST_COMBINATIONS), key=sum)
    return [
        tuple(choice[rank] for choice, rank in zip(choices, chosen, strict=True))
        for chosen in ordered
    ]


def _note(
    mentions: Mentions,
    at: int,
    span: Span,
    alternative: Alternative,
    tokens: Sequence[Token],
    lexicon: Lexicon,
) -> None:
    match span.part:
        case Part.UNKNOWN:
            mentions.unknown.append(tokens[span.start])
        case Part.PERIOD if span.period is not None:
            mentions.periods.append((span.period, at))
        case Part.NUMBER:
            mentions.numbers.append(_number(tokens, span, at))
        case Part.PHRASE:
            _note_phrase(mentions, at, span, alternative, lexicon)


def _number(tokens: Sequence[Token], span: Span, at: int) -> Number:
    word = tokens[span.start].word
    after = tokens[span.end].word if span.end < len(tokens) else ""
    percent = word in FRACTIONS or after in _PERCENT_SIGNS
    return Number(number_of(word) or 0.0, percent, at)


def _note_phrase(
    mentions: Mentions, at: int, span: Span, alternative: Alternative, lexicon: Lexicon
) -> None:
    path = span.match.path if span.match else ()
    if term := lexicon.terms.get(tuple(option.folded for option in path)):
        mentions.terms.append(term)
    facets = frozenset(choice[0] for kind, choice in alternative if kind is Kind.FACET)
    for kind, choice in alternative:
        if kind is Kind.CUE:
            mentions.cues.setdefault(choice[0], []).append(at)
            mentions.first_cue = mentions.first_cue or choice[0]
        else:
            measures = facets if kind is Kind.WEAK_METRIC else frozenset()
            mentions.found.append(Mention(kind, choice, at, measures))
