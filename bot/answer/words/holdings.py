"""What is held, how recent it is and where it comes from."""

from collections import defaultdict
from dataclasses import replace
from datetime import date

from bot.answer.dates import say_month
from bot.answer.held.facts import Facts
from bot.answer.intents.figure import figure_answer
from bot.answer.nothing import nothing_held
from bot.answer.values import Answer, Explained, NoFigures, Outcome
from bot.query.describe import describe
from bot.query.query import Intent, Query

_MOST_METRICS = 40


def coverage(query: Query, facts: Facts) -> Explained:
    """The councils held, or the metrics held for those asked about, with their dates."""
    asked = {key.partition("/")[0] for choice in query.places for key in choice}
    lines = _metrics_of(asked, facts) if asked else _councils(facts)
    return Explained(query, Outcome.ANSWERED, describe(query, facts.directory.names), tuple(lines))


def _councils(facts: Facts) -> list[str]:
    last: dict[str, date] = {}
    counts: dict[str, int] = defaultdict(int)
    for organisation, _, figures, _, end in facts.coverage():
        counts[organisation] += figures
        last[organisation] = max(last.get(organisation, date.min), end or date.min)
    councils = [one for one in facts.directory.catalogue.organisations if one.kind == "council"]
    return [
        f"{one.name}: {counts[one.key]} figures, to {say_month(last[one.key])}"
        for one in councils
        if counts[one.key]
    ]


def _metrics_of(organisations: set[str], facts: Facts) -> list[str]:
    lines = []
    for organisation, metric, figures, _, last in facts.coverage():
        if organisation in organisations:
            until = f", to {say_month(last)}" if last else ""
            lines.append(f"{facts.directory.metrics[metric].name} ({figures}{until})")
    names = [facts.directory.organisations[key].name for key in sorted(organisations)]
    return [f"For {', '.join(names)} I hold:", *lines[:_MOST_METRICS]]


def recency(query: Query, facts: Facts) -> Explained:
    """The latest period held of a metric or of each council."""
    metrics = {key for choice in query.metrics for key in choice}
    asked = {key.partition("/")[0] for choice in query.places for key in choice}
    latest: dict[str, date] = {}
    for organisation, metric, _, _, last in facts.coverage():
        wanted = (not metrics or metric in metrics) and (not asked or organisation in asked)
        if wanted and last and facts.directory.organisations[organisation].kind == "council":
            latest[organisation] = max(last, latest.get(organisation, last))
    lines = [
        f"{facts.directory.organisations[key].name}: latest figure {say_month(day)}"
        for key, day in latest.items()
    ]
    words = tuple(lines) or ("I hold no dated figure of that.",)
    return Explained(query, Outcome.ANSWERED, describe(query, facts.directory.names), words)


def source(query: Query, facts: Facts) -> Explained | NoFigures:
    """Where the figures of a query were published, word for word."""
    answer: Answer | NoFigures = figure_answer(replace(query, intent=Intent.FIGURE), facts)
    if isinstance(answer, NoFigures):
        return nothing_held(query, (), facts)
    figures = answer.figures or answer.options
    lines = [
        f"{one.metric.name}, {one.role_group.name.lower()}: {one.source.document}, "
        f"{one.source.section}, line {one.source.line}: \u201c{one.source.quote}\u201d"
        for one in figures
    ]
    return Explained(query, Outcome.ANSWERED, answer.understood, tuple(dict.fromkeys(lines)))


def talk(query: Query, facts: Facts) -> Explained:
    """Help, thanks and greetings: the reply has the words."""
    return Explained(query, Outcome.ANSWERED, describe(query, facts.directory.names), ())
