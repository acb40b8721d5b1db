"""The periods in a question: "Q2 2023/24", "since July", "Jul 23 to Mar 24".

What was said is kept, not yet dated: no clock, no database, no guess. A token becomes pieces
(`tokens`, `vocabulary`), then five tables read them one after another, each what the last one
left: `points` (moments by name), `parts` (July of last year), `edges` (end of March, year to
March), and in `spans` the longer periods and the small words before a period. `context` has the
last word on "may" and "march". To teach it a way of saying a period, add the phrase to
`tests/question/periods/named_phrases.py` or `told_phrases.py`, see it fail, then add a row to a
table.
"""

from collections.abc import Sequence

from bot.question.periods.context import PeriodSpan, accepted
from bot.question.periods.edges import EDGES
from bot.question.periods.grammar import Table, Text
from bot.question.periods.parts import PARTS
from bot.question.periods.points import POINTS
from bot.question.periods.spans import LEADS, SPANS
from bot.question.periods.tokens import pieces_of
from bot.question.periods.vocabulary import ANCHORS

__all__ = ["TABLES", "PeriodSpan", "find_periods"]

TABLES: tuple[Table, ...] = (POINTS, PARTS, EDGES, SPANS, LEADS)


def find_periods(words: Sequence[str]) -> list[PeriodSpan]:
    """The periods in a question's lower-case tokens, from left to right, none overlapping.

    A span covers the small words that belong to its period ("as at the end of March"). Words that
    look like a period but name none for certain ("mid 2023", "Q4 2023") are in no span.
    """
    pieces = [(piece, at) for at, word in enumerate(words) for piece in pieces_of(word)]
    letters = "".join([piece.letter for piece, _ in pieces])
    if ANCHORS.isdisjoint(letters):
        return []
    text = Text(
        letters,
        [piece.value for piece, _ in pieces],
        [at for _, at in pieces],
        [at + 1 for _, at in pieces],
    )
    for table in TABLES:
        text = table.read(text)
    return accepted(text)
