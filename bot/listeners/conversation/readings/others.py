"""Other readings of a question, and other questions, that are known to have figures."""

from collections.abc import Iterator

from bot.answer.answer import answer
from bot.answer.held.facts import Facts
from bot.answer.values import Answer
from bot.listeners.conversation.context import Context
from bot.listeners.conversation.readings.choices import Option
from bot.pipeline import Knowledge
from bot.query.describe import describe
from bot.query.query import Intent, Query
from bot.question import Understanding, read
from bot.question.others import other_queries
from bot.reply.labels import capital

_MOST = 8
_ACTUAL = "actual"


def others_of(
    context: Context, text: str, first: Query | None
) -> tuple[Understanding, list[Option]]:
    """How a question was read, and its other readings, each in words."""
    with context.muster.looking(context.today) as (known, facts):
        understanding = read(text, known.lexicon)
        queries = other_queries(understanding, known.lexicon, first)
        told = {describe(query, known.directory.names): query for query in _held(queries, facts)}
    return understanding, [Option(*one) for one in list(told.items())[:_MOST]]


def suggestions(context: Context, most: int) -> list[str]:
    """Questions that have answers: what is held most of, of each council in turn."""
    with context.muster.looking(context.today) as (known, facts):
        names = known.directory.names
        queries = dict.fromkeys(_held(_most_held(known, facts), facts))
        return [capital(describe(query, names)) for query in list(queries)[:most]]


def _held(queries: Iterator[Query], facts: Facts) -> Iterator[Query]:
    return (query for query in queries if isinstance(answer(query, facts), Answer))


def _most_held(known: Knowledge, facts: Facts) -> Iterator[Query]:
    """The metrics of each council, those with most figures first; a change, then figures."""
    councils = [one.key for one in known.directory.catalogue.organisations if one.kind == "council"]
    rows = sorted(
        (row for row in facts.coverage() if row.kind == _ACTUAL and row.organisation in councils),
        key=lambda row: -row.figures,
    )
    ranks = [[row for row in rows if row.organisation == council] for council in councils]
    for at in range(max(map(len, ranks), default=0)):
        for own in ranks:
            if at < len(own):
                asked = ((own[at].metric,),), ((own[at].organisation,),)
                yield Query(Intent.FIGURE if at else Intent.CHANGE, *asked)
