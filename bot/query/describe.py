"""A query says itself in words, such that reading them gives the same query again.

The law `read(describe(query)) == query` is held by tests for every query whose mentions are each
one key; a mention that may mean several things is said by its likeliest.
"""

from collections.abc import Callable, Sequence

from bot.query.names import Names
from bot.query.period_words import say
from bot.query.query import Against, Choice, Condition, Dimension, Intent, Kind, Lever, Order, Query

_KINDS = {
    Kind.TARGET: "target",
    Kind.PLANNED: "planned",
    Kind.CHANGE: "published change in",
    Kind.BENCHMARK: "benchmark figure for",
}
_AGAINST = {
    Against.ENGLAND: "against the national average",
    Against.REGION: "against the regional average",
    Against.NEIGHBOURS: "against statistical neighbours",
    Against.TARGET: "against target",
    Against.ANY: "against the benchmark",
}
_LEVERS = {
    Lever.CONVERT: "agency workers convert",
    Lever.RECRUIT: "are recruited",
    Lever.END: "assignments end",
}
_BY = {
    Dimension.TEAM: "by team",
    Dimension.MONTH: "by which month",
    Dimension.ORGANISATION: "by council",
    Dimension.ROLE_GROUP: "by role",
}
_WHOLE = {
    Order.HIGHEST: "highest first",
    Order.LOWEST: "lowest first",
    Order.BEST: "best first",
    Order.WORST: "worst first",
}


def describe(query: Query, names: Names) -> str:
    """The query in words: "Agency rate, Social workers, Assessment, Devon, July 2023"."""
    return _INTENTS[query.intent](query, names)


def _slots(query: Query, names: Names) -> str:
    """The metric, group, place, period and conditions, in that order, with commas."""
    parts = [
        _and(query.metrics, lambda key: names.metrics.get(key, key.replace("_", " "))),
        _and(query.role_groups, lambda key: names.role_groups.get(key, key)),
        _and(query.places, names.place),
        " and ".join(
            say(period, lambda key: names.events.get(key, key)) for period in query.periods
        ),
        "on the DfE basis" if query.formula == "dfe" else "",
        "with confidence interval" if query.interval else "",
        *(_condition(condition) for condition in query.conditions),
    ]
    words = ", ".join(part for part in parts if part)
    if query.conditions and query.intent is Intent.FIGURE:
        words = f"is {words}"
    return f"{_KINDS[query.kind]} {words}" if query.kind else words


def _and(choices: Sequence[Choice], name: Callable[[str], str]) -> str:
    return " and ".join(name(choice[0]) for choice in choices)


def _condition(condition: Condition) -> str:
    sign = "%" if condition.percent else ""
    words = "exactly" if condition.comparison == "equal to" else condition.comparison
    return f"{words} {condition.number:.12g}{sign}"


def _rank(query: Query, names: Names) -> str:
    order, by = query.order or Order.HIGHEST, _BY[query.by or Dimension.TEAM]
    how = f"{order} {query.limit}" if query.limit else _WHOLE[order]
    return f"{_slots(query, names)}, {by}, {how}"


def _list(query: Query, names: Names) -> str:
    by = f" {_BY[query.by]}" if query.by else ""
    return f"list{by}, {_slots(query, names)}"


def _what_if(query: Query, names: Names) -> str:
    slots = _slots(query, names)
    if query.lever:
        return f"what if {query.people} {_LEVERS[query.lever]}, {slots}"
    goal = f", {_AGAINST[query.against]}" if query.against else ""
    return f"what would it take, {slots}{goal}"


def _definition(query: Query, names: Names) -> str:
    if query.terms:
        words = " and ".join(names.terms.get(term, term) for term in query.terms)
        return f"what does {words} mean"
    return f"define {_slots(query, names)}"


_INTENTS: dict[Intent, Callable[[Query, Names], str]] = {
    Intent.FIGURE: _slots,
    Intent.CHANGE: lambda query, names: f"change in {_slots(query, names)}",
    Intent.SERIES: lambda query, names: f"{_slots(query, names)}, monthly",
    Intent.BENCHMARK: lambda query, names: (
        f"{_slots(query, names)}, {_AGAINST[query.against or Against.ANY]}"
    ),
    Intent.RANK: _rank,
    Intent.LIST: _list,
    Intent.EVERYTHING: lambda query, names: f"everything, {_slots(query, names)}",
    Intent.DEFINITION: _definition,
    Intent.WHAT_IF: _what_if,
    Intent.NEIGHBOURS: lambda query, names: (
        f"who are the statistical neighbours, {_slots(query, names)}"
    ),
    Intent.COVERAGE: lambda query, names: f"what do you hold, {_slots(query, names)}".rstrip(", "),
    Intent.RECENCY: lambda query, names: f"how recent, {_slots(query, names)}".rstrip(", "),
    Intent.SOURCE: lambda query, names: f"source, {_slots(query, names)}",
    Intent.HELP: lambda _query, _names: "help",
    Intent.THANKS: lambda _query, _names: "thanks",
    Intent.GREETING: lambda _query, _names: "hello",
}
