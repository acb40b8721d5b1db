"""A query, or several readings of one question, to an answer."""

from collections.abc import Callable
from dataclasses import replace

from bot.answer.held.facts import Facts
from bot.answer.honesty.significance import certainty_of
from bot.answer.intents.benchmark import benchmark_answer
from bot.answer.intents.change import change_answer
from bot.answer.intents.everything import everything_answer
from bot.answer.intents.figure import figure_answer
from bot.answer.intents.rankings.ranking import list_answer, ranking_answer, series_answer
from bot.answer.levers.what_if import what_if_answer
from bot.answer.values import Answer, Explained, NoFigures, Outcome, Result
from bot.answer.words.definitions import definition
from bot.answer.words.holdings import coverage, recency, source, talk
from bot.answer.words.neighbours import neighbours
from bot.query.period import Past, Since, Span
from bot.query.query import Intent, Query, Unclear

_MOST_CERTAIN = 6
"""Figures whose interval is told; of more, ask about fewer."""

_INTENTS: dict[Intent, Callable[[Query, Facts], Result]] = {
    Intent.FIGURE: figure_answer,
    Intent.CHANGE: change_answer,
    Intent.SERIES: series_answer,
    Intent.BENCHMARK: benchmark_answer,
    Intent.RANK: ranking_answer,
    Intent.LIST: list_answer,
    Intent.EVERYTHING: everything_answer,
    Intent.WHAT_IF: what_if_answer,
    Intent.NEIGHBOURS: neighbours,
    Intent.DEFINITION: definition,
    Intent.COVERAGE: coverage,
    Intent.RECENCY: recency,
    Intent.SOURCE: source,
    Intent.HELP: talk,
    Intent.THANKS: talk,
    Intent.GREETING: talk,
}


def answer(query: Query, facts: Facts) -> Result:
    """The answer to one query; a stretch of time without points is a change between its ends."""
    result = _INTENTS[query.intent](query, facts)
    if isinstance(result, NoFigures):
        result = _another_way(query, facts) or result
    if query.interval and isinstance(result, Answer):
        figures = (result.figures or result.options)[:_MOST_CERTAIN]
        return replace(result, certainties=tuple(map(certainty_of, figures)))
    return result


def _another_way(query: Query, facts: Facts) -> Result | None:
    stretch = any(isinstance(period, Span | Since | Past) for period in query.periods)
    if query.intent is Intent.CHANGE and len(query.periods) > 1:
        return _side_by_side(query, facts)
    other = {Intent.FIGURE: change_answer, Intent.CHANGE: figure_answer}.get(query.intent)
    if not stretch or other is None or query.aggregate:
        return None
    found = other(query, facts)
    if isinstance(found, Answer) and (other is change_answer or _counts_a_stretch(found)):
        return found
    return None


def _side_by_side(query: Query, facts: Facts) -> Answer | None:
    """The figures of two stretches of time, where neither has one figure to be compared."""
    found = figure_answer(replace(query, intent=Intent.FIGURE), facts)
    return found if isinstance(found, Answer) else None


def _counts_a_stretch(answer: Answer) -> bool:
    """Whether the figures count over the stretch itself: "posts filled since January 2019"."""
    figures = (*answer.figures, *answer.options)
    return all(figure.period.type == "span" for figure in figures)


def answer_unclear(unclear: Unclear, facts: Facts) -> Result:
    """The only reading that has figures, else all that have as options."""
    results = [answer(query, facts) for query in unclear.readings]
    held = [one for one in results if isinstance(one, Answer)]
    held = [one for one in held if not _gives_way(one, held)]
    told = {one.figures or one.options: one for one in reversed(held)}
    if len(told) == 1:
        return held[0]
    if held:
        return _options(held)
    explained = [one for one in results if isinstance(one, Explained)]
    return explained[0] if explained else results[0]


def _gives_way(one: Answer, others: list[Answer]) -> bool:
    """Whether another reading has one answer where this has several.

    A benchmark's own figure is another question: "SW" is social workers, or the South West. And who
    asks for the lowest in England asks for no figure of England's.
    """
    query = one.query
    if query.intent is Intent.FIGURE and any(
        other.query.intent is Intent.RANK and other.query.places == query.places for other in others
    ):
        return True
    return one.outcome is Outcome.AMBIGUOUS and any(
        other.outcome is Outcome.ANSWERED
        and any(figure.kind != "benchmark" for figure in other.figures)
        for other in others
    )


def _options(held: list[Answer]) -> Answer:
    """Readings with different figures, all labelled."""
    options = tuple(
        dict.fromkeys(figure for one in held for figure in (one.figures or one.options))
    )
    return replace(
        held[0],
        outcome=Outcome.AMBIGUOUS,
        figures=(),
        options=options,
        changes=(),
        benchmarks=(),
        caveats=tuple(dict.fromkeys(caveat for one in held for caveat in one.caveats)),
    )
