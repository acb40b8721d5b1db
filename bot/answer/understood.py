"""What was understood, in the words of the figures found: the first line of trust."""

from collections.abc import Iterable, Iterator, Sequence

from bot.answer.dates import say_held
from bot.answer.held.facts import Facts
from bot.answer.values import Figure, Name
from bot.query.describe import describe
from bot.query.directory import Directory
from bot.query.period_words import say
from bot.query.query import Against, Choice, Condition, Intent, Kind, Query

_KINDS = {
    Kind.TARGET: " target",
    Kind.PLANNED: " (planned)",
    Kind.CHANGE: ", published change",
    Kind.BENCHMARK: " benchmark",
}


def understood(query: Query, figures: Sequence[Figure], facts: Facts) -> str:
    """One figure's metric, group, place and date; for several, the query in its own words."""
    if len(figures) == 1:
        return label(figures[0], facts)
    return describe(query, facts.directory.names)


def label(figure: Figure, facts: Facts) -> str:
    """A figure in full: "Agency rate, social workers, Assessment, Devon, 31 March 2024"."""
    place = figure.team.key if figure.team else figure.organisation.key
    parts = [
        figure.metric.name,
        figure.counted,
        facts.directory.names.place(place),
        figure.period.label if figure.period.type == "undated" else say_held(figure.period),
        figure.qualifier,
    ]
    return ", ".join(part for part in parts if part)


_AGAINST = {
    Against.REGION: "against the region",
    Against.TARGET: "against its target",
    Against.ANY: "against a benchmark",
}


def asked(query: Query, facts: Facts) -> str:
    """What was asked and is not held: "Agency rate, managers, SEND (Devon or Dudley), July 2023".

    It is for people to read; `describe` has the words that are read as the same query again.
    """
    directory = facts.directory
    metrics = (
        _metric(Name(one[0], directory.metrics[one[0]].name), query) for one in query.metrics
    )
    groups = (Name(one[0], directory.role_groups[one[0]].name).within for one in query.role_groups)
    places = (_place(choice, directory) for choice in query.places)
    events = directory.names.events
    periods = (say(period, lambda key: events.get(key, key)) for period in query.periods)
    said = [*map(_joined, (metrics, groups, places, periods)), *_rest(query)]
    return ", ".join(part for part in said if part)


def _metric(metric: Name, query: Query) -> str:
    kind = _KINDS[query.kind] if query.kind else ""
    if query.intent is Intent.CHANGE:
        return f"Change in {metric.within}{kind}"
    return f"{metric.name}{kind}"


def _rest(query: Query) -> Iterator[str]:
    """What else was asked of the figures."""
    if query.formula == "dfe":
        yield "on the DfE's basis"
    if query.against:
        yield _AGAINST.get(query.against, f"against {query.against}")
    yield from map(_condition, query.conditions)


def _condition(condition: Condition) -> str:
    return f"{condition.comparison} {condition.number:.12g}{'%' if condition.percent else ''}"


def _joined(names: Iterable[str]) -> str:
    return " and ".join(names)


def _place(choice: Choice, directory: Directory) -> str:
    """A place with every meaning it may have: "SEND (Devon or Dudley)"."""
    teams = {directory.teams[key].name for key in choice if key in directory.teams}
    if len(teams) == 1 and len(choice) > 1 and all("/" in key for key in choice):
        councils = [directory.names.place(key.partition("/")[0]) for key in choice]
        return f"{teams.pop()} ({' or '.join(councils)})"
    return " or ".join(directory.names.place(key) for key in choice)
