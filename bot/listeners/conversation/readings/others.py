"""Other readings of a question, and other questions, that are known to have figures."""

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from bot.answer.answer import answer
from bot.answer.held.facts import Facts
from bot.answer.values import Answer
from bot.listeners.conversation.context import Context
from bot.listeners.conversation.readings.choices import Option
from bot.pipeline import Knowledge
from bot.query.describe import describe
from bot.query.query import Against, Dimension, Intent, Order, Query
from bot.question import Understanding, read
from bot.question.others import other_queries
from bot.reply.slack.asking import as_question

_MOST = 8
_ACTUAL = "actual"
_RATE = "%"
_ANY = Query(Intent.FIGURE, (("",),))
_KINDS = (
    replace(_ANY, intent=Intent.CHANGE),
    replace(_ANY, intent=Intent.RANK, by=Dimension.TEAM, order=Order.HIGHEST),
    replace(_ANY, intent=Intent.BENCHMARK, against=Against.ENGLAND),
    _ANY,
)


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
    """Questions that have answers: of what is held most, of each council in turn."""
    with context.muster.looking(context.today) as (known, facts):
        return list(islice(_questions(known, facts), most))


def _questions(known: Knowledge, facts: Facts) -> Iterator[str]:
    """A question for each metric and council, of the kinds in turn as far as they have answers."""
    kinds = deque(_KINDS)
    for metric, council in _most_held(known, facts):
        first = Query(Intent.FIGURE, ((metric,),), ((council,),))
        if known.directory.metrics[metric].unit == _RATE:
            first = _of_most(first, facts)
        asked = (_question(first, kind, known, facts) for kind in kinds)
        if found := next(filter(None, asked), None):
            yield found
            kinds.rotate(-1)


def _of_most(query: Query, facts: Facts) -> Query:
    """The query for the people whom most of its figures count."""
    result = answer(query, facts)
    figures = (*result.options, *result.figures) if isinstance(result, Answer) else ()
    counted = Counter(one.role_group.key for one in figures if one.counted)
    return replace(query, role_groups=tuple((key,) for key, _ in counted.most_common(1)))


def _question(first: Query, kind: Query, known: Knowledge, facts: Facts) -> str:
    """A question in words; "" where it is read as another one, or has no answer."""
    query = replace(kind, metrics=first.metrics, places=first.places, role_groups=first.role_groups)
    asked = as_question(query, known.directory)
    reading = read(asked, known.lexicon).reading
    if not isinstance(reading, Query) or reading.intent is not query.intent:
        return ""
    result = answer(replace(reading, limit=None), facts)
    return asked if isinstance(result, Answer) and _is_worth_asking(result, query) else ""


def _is_worth_asking(result: Answer, query: Query) -> bool:
    """Whether what it asks for is what comes: a change, a comparison, several teams."""
    metrics = {one.metric.key for one in (*result.figures, *result.options)}
    told = {
        Intent.CHANGE: bool(result.changes),
        Intent.RANK: len(result.figures) > 1,
        Intent.BENCHMARK: any(one.difference or one.like_for_like for one in result.benchmarks),
    }
    return query.metrics[0][0] in metrics and told.get(query.intent, True)


def _held(queries: Iterator[Query], facts: Facts) -> Iterator[Query]:
    return (query for query in queries if isinstance(answer(query, facts), Answer))


def _most_held(known: Knowledge, facts: Facts) -> Iterator[tuple[str, str]]:
    """A metric of each council in turn: the rate with most figures, none twice."""
    councils = [one.key for one in known.directory.catalogue.organisations if one.kind == "council"]
    held = [row for row in facts.coverage() if row.kind == _ACTUAL and row.organisation in councils]
    metrics = known.directory.metrics
    left = sorted(held, key=lambda row: (metrics[row.metric].unit != _RATE, -row.figures))
    while left:
        for council in councils:
            row = next((row for row in left if row.organisation == council), None)
            if row is not None:
                yield row.metric, council
                left = [one for one in left if one.metric != row.metric]
