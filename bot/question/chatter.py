"""Talk around a question: sentences that say nothing we could mistake for a part of it.

"Item 7 on my agenda, 10 minutes: headcount in Education?" is a question behind a clause of chatter.
A clause may be left out only if it names nothing we know, holds no word that points to a team or a
time, and somebody speaks in it ("my", "told me"); "the Court team, agency rate" keeps its clause.
"""

from collections.abc import Iterator, Sequence

from bot.question.cover import Cover, Part, Span
from bot.question.lexicon.entry import Entry, Kind
from bot.question.text.tokens import Token

_BREAKS = frozenset(".?!:;,-")
_SPEAKERS = frozenset(
    (
        "i im ive id my me we our us you your someone somebody they he she asking asked told need "
        "got sorry hope item hi hello"
    ).split()
)
_SAYS_LITTLE = frozenset({Kind.FILLER, Kind.WEAK_FACET, Kind.FACET})
_IDLE = frozenset(
    {
        *("help", "thanks", "greeting", "what_is", "the", "article", "that", "have", "any", "who"),
        *("correction", "follow", "define", "coverage", "since", "when", "month_word"),
    }
)
"""Cues that say nothing of a figure when they stand among words we do not know."""


def without_chatter(tokens: tuple[Token, ...], cover: Cover) -> tuple[Token, ...] | None:
    """The tokens without their clauses of chatter; None where nothing can be left out."""
    clauses = list(_clauses(tokens, cover))
    kept = [clause for clause in clauses if not _is_chatter(clause, tokens)]
    if len(kept) == len(clauses) or not any(_names_something(clause) for clause in kept):
        return None
    return tuple(
        token for clause in kept for span in clause for token in tokens[span.start : span.end]
    )


def _clauses(tokens: Sequence[Token], cover: Cover) -> Iterator[list[Span]]:
    clause: list[Span] = []
    for span in cover.spans:
        if span.part is Part.SYMBOL and tokens[span.start].word in _BREAKS:
            if clause:
                yield clause
            clause = []
        else:
            clause.append(span)
    if clause:
        yield clause


def _is_chatter(clause: Sequence[Span], tokens: Sequence[Token]) -> bool:
    words = {token.word for span in clause for token in tokens[span.start : span.end]}
    stray = any(span.part in {Part.UNKNOWN, Part.NUMBER} for span in clause)
    return (
        stray and not _names_something(clause) and bool(words & _SPEAKERS or _only_numbers(clause))
    )


def _only_numbers(clause: Sequence[Span]) -> bool:
    """Whether it is a number among words without meaning: "10 minutes"."""
    return len(clause) > 1 and all(
        span.part is Part.NUMBER or (span.entry and span.entry.kind is Kind.FILLER)
        for span in clause
    )


def _names_something(clause: Sequence[Span]) -> bool:
    return any(span.part is Part.PERIOD or _says_something(span.entry) for span in clause)


def _says_something(entry: Entry | None) -> bool:
    if entry is None or entry.kind in _SAYS_LITTLE:
        return False
    return entry.kind is not Kind.CUE or entry.senses[0][0].key not in _IDLE
