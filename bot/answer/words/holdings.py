"""What is held, how recent it is and where it comes from."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from bot.answer.dates import say_month
from bot.answer.held.facts import Coverage, Facts
from bot.answer.intents.figure import figure_answer
from bot.answer.values import Explained, NoFigures, Outcome
from bot.query.describe import describe
from bot.query.query import Intent, Query

_FEW = 4
"""Figures of a metric up to which it is only named."""
_MOST_COUNCILS = 12
"""Councils listed; the rest is counted."""
_PAST = frozenset({"actual", "benchmark"})
_KINDS = {
    "target": ", target",
    "planned": ", planned",
    "forecast": ", forecast",
    "change": ", published change",
    "benchmark": ", benchmark",
}


def coverage(query: Query, facts: Facts) -> Explained:
    """The councils held, or the metrics held for those asked about, with their dates."""
    asked = _asked(query)
    held = facts.coverage(asked)
    if asked:
        lines = [line for key in asked for line in _metrics_of(key, held, facts)]
    else:
        lines = list(_councils(held, facts))
    return _explained(query, lines, facts)


def _asked(query: Query) -> list[str]:
    """The organisations a query names, by themselves or by a team."""
    places = [key for choice in query.places for key in choice]
    return list(dict.fromkeys(key.partition("/")[0] for key in places))


def _explained(query: Query, lines: Collection[str], facts: Facts) -> Explained:
    words = describe(query, facts.directory.names)
    return Explained(query, Outcome.ANSWERED, words, tuple(lines))


def _councils(held: Collection[Coverage], facts: Facts) -> Iterator[str]:
    """The councils in the catalogue's order, which begins with those whose papers are held."""
    rows: dict[str, list[Coverage]] = {}
    for row in held:
        rows.setdefault(row.organisation, []).append(row)
    councils = [one for one in facts.directory.catalogue.organisations if one.kind == "council"]
    with_figures = [one for one in councils if one.key in rows]
    for one in with_figures[:_MOST_COUNCILS]:
        own = rows[one.key]
        yield f"{one.name}: {sum(row.figures for row in own)} figures{_until(own)}"
    if rest := with_figures[_MOST_COUNCILS:]:
        others = [row for one in rest for row in rows[one.key]]
        figures = sum(row.figures for row in others)
        yield f"… and {len(rest)} more councils: {figures:,} figures{_until(others)}"


def _until(rows: Collection[Coverage]) -> str:
    last = _last(rows)
    return f", to {say_month(last)}" if last else ""


def _last(rows: Collection[Coverage]) -> date | None:
    """The last day of what has been, not of what is planned or aimed at."""
    return max((one.last for one in rows if one.kind in _PAST and one.last), default=None)


def _metrics_of(organisation: str, held: Collection[Coverage], facts: Facts) -> Iterator[str]:
    """The metrics of an organisation, those with most figures first, the rest by name alone."""
    name = facts.directory.organisations[organisation].name
    own = sorted(
        (one for one in held if one.organisation == organisation),
        key=lambda one: -one.figures,
    )
    if not own:
        yield f"I hold no figures of {name}."
        return
    yield f"For {name} I hold {sum(one.figures for one in own)} figures{_until(own)}:"
    for one in own:
        if one.figures > _FEW:
            yield f"• {_name(one, facts)}: {one.figures}{_until([one])}"
    few = [_name(one, facts) for one in own if one.figures <= _FEW]
    if few:
        yield f"Up to {_FEW} figures each: {'; '.join(few)}."


def _name(held: Coverage, facts: Facts) -> str:
    return f"{facts.directory.metrics[held.metric].name}{_KINDS.get(held.kind, '')}"


def recency(query: Query, facts: Facts) -> Explained:
    """The latest period held of a metric or of each council."""
    metrics = {key for choice in query.metrics for key in choice}
    wanted = [row for row in facts.coverage(_asked(query)) if not metrics or row.metric in metrics]
    lines = tuple(_latest(_asked(query), wanted, facts))
    return _explained(query, lines or ("I hold no dated figure of that.",), facts)


def _latest(asked: Collection[str], held: Collection[Coverage], facts: Facts) -> Iterator[str]:
    """The last month of each organisation asked about, or of each council."""
    for one in facts.directory.catalogue.organisations:
        wanted = one.key in asked if asked else one.kind == "council"
        own = [row for row in held if row.organisation == one.key]
        last = _last(own)
        if wanted and last:
            yield f"{one.name}: latest figure {say_month(last)}{_since(own, last)}"


def _since(rows: Collection[Coverage], last: date) -> str:
    """The month of the first figure, where all are of one metric."""
    firsts = [one.first for one in rows if one.kind in _PAST and one.first]
    alone = len({one.metric for one in rows}) == 1
    return f", the first {say_month(min(firsts))}" if alone and min(firsts) < last else ""


def source(query: Query, facts: Facts) -> Explained | NoFigures:
    """Where the figures of a query were published, word for word."""
    answer = figure_answer(replace(query, intent=Intent.FIGURE), facts)
    if isinstance(answer, NoFigures):
        return replace(answer, query=query)
    figures = answer.figures or answer.options
    return Explained(query, Outcome.ANSWERED, answer.understood, (), figures)


def talk(query: Query, facts: Facts) -> Explained:
    """Help, thanks and greetings: the reply has the words."""
    return _explained(query, (), facts)
