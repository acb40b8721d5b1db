"""Talk around a question: stretches that say nothing we could mistake for a part of it.

"The director would like to know the headcount in Education, so that I can put it in her speech" is
a question between two stretches of talk. A stretch may be left out only if it names nothing we
know, holds no cue that could change the question and no strange word with a capital, and if it
shows what it is: somebody speaks or asks in it, or it says what the figure is for. "The Court team,
agency rate" keeps its first stretch, so it gets no figure.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.question.cover import Cover, Part, Span
from bot.question.lexicon.entry import Entry, Kind
from bot.question.text.tokens import Token, fold
from bot.question.vocabulary import CHATTER

_BREAKS = frozenset(".?!:;,()")
_SENTENCE_ENDS = frozenset(".?!;")
_PARTS = frozenset({Kind.METRIC, Kind.PLACE, Kind.ROLE_GROUP, Kind.EVENT})
_SCOPES = _PARTS - {Kind.METRIC}
_SAYS_LITTLE = frozenset({Kind.FILLER, Kind.WEAK_FACET, Kind.FACET, Kind.TERM})
_IDLE = frozenset(
    {
        *(
            "help",
            "thanks",
            "greeting",
            "what_is",
            "which",
            "the",
            "article",
            "that",
            "have",
            "any",
        ),
        *("correction", "follow", "define", "coverage", "since", "month_word", "up", "down"),
    }
)
"""Cues that say nothing of a figure when they stand among words we do not know."""

_SPEAKING, _ASKING, _OCCASIONS = (
    frozenset(CHATTER[name]) for name in ("speaking", "asking", "occasions")
)
_BEGINNING = frozenset(tuple(phrase.split()) for phrase in CHATTER["beginning"])


def without_chatter(tokens: tuple[Token, ...], cover: Cover) -> tuple[Token, ...] | None:
    """The tokens without their stretches of talk; None where nothing can be left out."""
    stretches = list(_stretches(tokens, cover))
    parts = _SCOPES if any(map(_asks_for_a_metric, stretches)) else _PARTS
    kept = [stretch for stretch in stretches if not _is_chatter(stretch, tokens, parts)]
    if len(kept) == len(stretches) or not any(_names_something(stretch) for stretch in kept):
        return None
    return tuple(
        token for stretch in kept for span in stretch for token in tokens[span.start : span.end]
    )


def _stretches(tokens: Sequence[Token], cover: Cover) -> Iterator[list[Span]]:
    """The spans between breaks, each break with what stands before it."""
    stretch: list[Span] = []
    for span, after in pairwise((*cover.spans, None)):
        if span is None:
            continue
        stretch.append(span)
        if after is None or _ends(tokens, span) or _begins(tokens, after):
            yield stretch
            stretch = []


def _ends(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a stretch ends with a span: at a mark, a dash between spaces, an asking word."""
    last = tokens[span.end - 1]
    if span.end < len(tokens) and tokens[span.end].word == "team":
        return False  # "the complex needs team"
    if last.word == "-":
        return span.end < len(tokens) and tokens[span.end].start > last.start + 1
    return last.word in _BREAKS or last.word in _ASKING


def _begins(tokens: Sequence[Token], span: Span) -> bool:
    words = tuple(token.word for token in tokens[span.start : span.start + 3])
    return any(words[:length] in _BEGINNING for length in (1, 2, 3))


def _asks_for_a_metric(stretch: Sequence[Span]) -> bool:
    """Whether a metric is named with nothing strange beside it."""
    names = any(span.entry and span.entry.kind is Kind.METRIC for span in stretch)
    return names and all(span.part is not Part.UNKNOWN for span in stretch)


def _is_chatter(stretch: Sequence[Span], tokens: Sequence[Token], parts: frozenset[Kind]) -> bool:
    """Whether a stretch is talk; a sentence of its own may name what is none of these parts."""
    strange = [tokens[span.start] for span in stretch if span.part is Part.UNKNOWN]
    stray = any(
        span.part is Part.NUMBER or (span.entry and span.entry.kind is Kind.TERM)
        for span in stretch
    )
    alone = tokens[stretch[-1].end - 1].word in _SENTENCE_ENDS
    says = _names_a_part(stretch, parts) if alone else _names_something(stretch)
    named = _holds_name(strange, tokens[stretch[0].start]) or _holds_team(stretch)
    if not (strange or stray) or says or named:
        return False
    words = {token.word for span in stretch for token in tokens[span.start : span.end]}
    shows = words & (_SPEAKING | _ASKING) or {fold(word) for word in words} & _OCCASIONS
    return bool(shows) or _only_numbers(stretch)


def _holds_name(strange: Sequence[Token], first: Token) -> bool:
    """Whether a strange word is written like a name: with a capital, but not as the first word."""
    return any(
        token.written[:1].isupper() and token is not first and fold(token.word) not in _OCCASIONS
        for token in strange
    )


def _holds_team(stretch: Sequence[Span]) -> bool:
    """Whether a strange word is what a team is called: "I run the adoption service"."""
    return any(
        before.part is Part.UNKNOWN and span.entry and span.entry.senses[0][0].key == "team_word"
        for before, span in pairwise(stretch)
    )


def _only_numbers(stretch: Sequence[Span]) -> bool:
    """Whether it is a number among words without meaning: "10 minutes"."""
    return len(stretch) > 1 and all(
        span.part in {Part.NUMBER, Part.SYMBOL} or (span.entry and _says_little(span.entry))
        for span in stretch
    )


def _says_little(entry: Entry) -> bool:
    return entry.kind is Kind.FILLER or (entry.kind is Kind.CUE and entry.senses[0][0].key in _IDLE)


def _names_a_part(stretch: Sequence[Span], parts: frozenset[Kind]) -> bool:
    """Whether a sentence of its own names a part of a question; what it compares is its own."""
    return any(
        span.part is Part.PERIOD or (span.entry and span.entry.kind in parts) for span in stretch
    )


def _names_something(stretch: Sequence[Span]) -> bool:
    return any(span.part is Part.PERIOD or _says_something(span.entry) for span in stretch)


def _says_something(entry: Entry | None) -> bool:
    if entry is None or entry.kind in _SAYS_LITTLE:
        return False
    return entry.kind is not Kind.CUE or entry.senses[0][0].key not in _IDLE
