"""Queries that people can mean, over the names of a lexicon, for Hypothesis.

Things side by side differ, none holds the other or makes a third with it, and what the intent needs
is there. A figure over a stretch from then to now is asked for as a change, and a list by month as
a series, so neither is here twice.
"""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.query.period import Future, Latest, Past, Period, Since
from bot.query.query import (
    Against,
    Choice,
    Comparison,
    Condition,
    Dimension,
    Intent,
    Kind,
    Order,
    Query,
)
from bot.question.lexicon import Lexicon
from tests.query.period_values import SPOKEN, gets_its_year_from_its_end

_Several = SearchStrategy[tuple[Choice, ...]]

_PERIODS: SearchStrategy[tuple[Period, ...]] = st.just(()) | SPOKEN.filter(
    lambda period: not (isinstance(period, Latest | Future) or gets_its_year_from_its_end(period))
).map(lambda period: (period,))
_CONDITIONS = st.builds(
    Condition,
    st.sampled_from(Comparison),
    st.integers(1, 4000).map(lambda tenths: tenths / 10),
).map(lambda condition: (condition,))


def queries(lexicon: Lexicon) -> SearchStrategy[Query]:
    """Queries of every intent."""
    return st.one_of(*(of_intent(lexicon) for of_intent in _OF.values()))


def _query(lexicon: Lexicon, intent: Intent, **parts: SearchStrategy[Any]) -> SearchStrategy[Query]:
    """Queries of an intent; `parts` beside the four slots, or instead of them."""
    slots: dict[str, SearchStrategy[Any]] = {
        "metrics": _metrics(lexicon),
        "places": _up_to_two(_places(lexicon), lambda one, two: _are_apart(one, two, lexicon)),
        "role_groups": _up_to_two(_groups(lexicon), lambda one, two: _are_other(one, two, lexicon)),
        "periods": _PERIODS,
    }
    made = st.builds(Query, st.just(intent), **(slots | parts))
    return made.map(lambda query: _with_percent(query, lexicon))


def _with_percent(query: Query, lexicon: Lexicon) -> Query:
    """The query with its condition in per cent where its metrics are rates."""
    percent = all("rate" in lexicon.directory.metrics[one].facets for one, *_ in query.metrics)
    conditions = tuple(replace(one, percent=percent) for one in query.conditions)
    return replace(query, conditions=conditions)


def _places(lexicon: Lexicon) -> list[str]:
    councils = [key for key, kind in lexicon.directory.kinds.items() if kind == "council"]
    return [
        *councils,
        *(key for key in lexicon.directory.teams if key.partition("/")[0] in councils),
    ]


def _groups(lexicon: Lexicon) -> list[str]:
    return [key for key in lexicon.directory.role_groups if key != "none"]


def _metrics(lexicon: Lexicon) -> _Several:
    """One metric, or two of different subjects."""
    keys, known = sorted(lexicon.directory.metrics), lexicon.directory.metrics
    two = _pairs(keys, lambda one, other: known[one].subject != known[other].subject)
    return _one_of(keys) | _any_of(two)


def _up_to_two(keys: list[str], differ: Callable[[str, str], bool]) -> _Several:
    """No key, one, or two."""
    return st.just(()) | _one_of(keys) | _any_of(_pairs(keys, differ))


def _one_of(keys: list[str]) -> _Several:
    return _any_of([((key,),) for key in keys])


def _any_of(items: list[tuple[Choice, ...]]) -> _Several:
    """One item, drawn by its place: a strategy that shows its items would show thousands."""
    return st.integers(0, len(items) - 1).map(lambda at: items[at])


def _pairs(keys: list[str], differ: Callable[[str, str], bool]) -> list[tuple[Choice, ...]]:
    return [((one,), (other,)) for one, other in combinations(keys, 2) if differ(one, other)]


def _are_apart(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether two places are of one rank and neither holds the other."""
    above = {key: {*_wider(key, lexicon), key.partition("/")[0]} for key in (one, other)}
    nested = one in above[other] or other in above[one]
    return not nested and ("/" in one) == ("/" in other)


def _wider(place: str, lexicon: Lexicon) -> frozenset[str]:
    return lexicon.directory.wider_places.get(place, frozenset())


def _are_other(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether neither group holds the other and they have no overlap with a name of its own."""
    wider, groups = lexicon.directory.wider_roles, lexicon.directory.role_groups.values()
    nested = one in wider.get(other, ()) or other in wider.get(one, ())
    return not nested and not any({one, other} == set(group.combines) for group in groups)


def _figures(lexicon: Lexicon) -> SearchStrategy[Query]:
    dated = _PERIODS.filter(lambda periods: not _reaches_now(periods))
    plain = _query(
        lexicon,
        Intent.FIGURE,
        periods=dated,
        formula=st.sampled_from([None, "dfe"]),
        conditions=st.just(()) | _CONDITIONS,
    )
    return plain | _query(lexicon, Intent.FIGURE, kind=st.sampled_from(Kind), periods=dated)


def _reaches_now(periods: tuple[Period, ...]) -> bool:
    return any(isinstance(period, Since | Past) for period in periods)


def _benchmarks(lexicon: Lexicon) -> SearchStrategy[Query]:
    return _query(lexicon, Intent.BENCHMARK, against=st.sampled_from(Against))


def _rankings(lexicon: Lexicon) -> SearchStrategy[Query]:
    return _query(
        lexicon,
        Intent.RANK,
        by=st.sampled_from(Dimension),
        order=st.sampled_from(Order),
        limit=st.none() | st.integers(1, 20),
    )


def _lists(lexicon: Lexicon) -> SearchStrategy[Query]:
    return _query(
        lexicon,
        Intent.LIST,
        by=st.sampled_from([one for one in Dimension if one is not Dimension.MONTH]),
        conditions=st.just(()) | _CONDITIONS,
    ) | _query(lexicon, Intent.LIST, by=st.just(Dimension.MONTH), conditions=_CONDITIONS)


def _definitions(lexicon: Lexicon) -> SearchStrategy[Query]:
    terms = sorted(term.key for term in lexicon.directory.catalogue.terms)
    said = st.lists(st.sampled_from(terms), min_size=1, max_size=2, unique=True)
    return said.map(lambda keys: Query(Intent.DEFINITION, terms=tuple(keys)))


def _plain(intent: Intent) -> Callable[[Lexicon], SearchStrategy[Query]]:
    return lambda lexicon: _query(lexicon, intent)


_NOTHING: SearchStrategy[tuple[Any, ...]] = st.just(())

_OF: dict[Intent, Callable[[Lexicon], SearchStrategy[Query]]] = {
    Intent.FIGURE: _figures,
    Intent.CHANGE: _plain(Intent.CHANGE),
    Intent.SERIES: _plain(Intent.SERIES),
    Intent.BENCHMARK: _benchmarks,
    Intent.RANK: _rankings,
    Intent.LIST: _lists,
    Intent.DEFINITION: _definitions,
    Intent.SOURCE: _plain(Intent.SOURCE),
    Intent.EVERYTHING: lambda lexicon: _query(
        lexicon, Intent.EVERYTHING, metrics=_NOTHING, places=_one_of(_places(lexicon))
    ),
    Intent.COVERAGE: lambda lexicon: _query(
        lexicon, Intent.COVERAGE, metrics=_NOTHING, role_groups=_NOTHING, periods=_NOTHING
    ),
    Intent.RECENCY: lambda lexicon: _query(
        lexicon, Intent.RECENCY, role_groups=_NOTHING, periods=_NOTHING
    ),
    Intent.HELP: lambda _lexicon: st.just(Query(Intent.HELP)),
    Intent.THANKS: lambda _lexicon: st.just(Query(Intent.THANKS)),
    Intent.GREETING: lambda _lexicon: st.just(Query(Intent.GREETING)),
}
