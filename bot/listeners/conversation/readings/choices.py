"""The readings of a question that has several, as queries to choose from."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answer.values import Answer, Figure, Outcome
from bot.pipeline import Replied
from bot.query.query import Dimension, Query
from bot.query.stored import restored, stored
from bot.reply.labels import capital, told_apart

_OVER_PLACES = frozenset({Dimension.TEAM, Dimension.ORGANISATION})

MOST_SHOWN = 4
"""Readings whose figures are all shown; of more one is chosen first."""


@dataclass(frozen=True, slots=True)
class Option:
    """One reading: what tells it from the others, and its query."""

    label: str
    query: Query


def options_of(replied: Replied) -> tuple[Option, ...]:
    """The readings of an ambiguous answer; none where there is nothing to choose."""
    answer = replied.result
    if not isinstance(answer, Answer) or answer.outcome is not Outcome.AMBIGUOUS:
        return ()
    first: dict[Query, Figure] = {}
    for figure in answer.options:
        first.setdefault(narrowed(answer.query, figure), figure)
    if len(first) < 2:  # noqa: PLR2004 - one is no choice
        return ()
    labels = _labels(answer.query, list(first.values()))
    return tuple(map(Option, labels, first))


def narrowed(query: Query, figure: Figure) -> Query:
    """A query for what one of its figures counts alone, but for what it goes over."""
    place = figure.team.key if figure.team else figure.organisation.key
    wholly = query.by not in _OVER_PLACES
    one_group = query.by is not Dimension.ROLE_GROUP
    return replace(
        query,
        metrics=((figure.metric.key,),),
        places=((place,),) if wholly else query.places,
        role_groups=((figure.role_group.key,),) if one_group else query.role_groups,
    )


def _labels(query: Query, figures: list[Figure]) -> list[str]:
    """What tells the readings apart; a ranking of teams is none of its teams."""
    if query.by not in _OVER_PLACES:
        return told_apart(figures)[1]
    metrics = {figure.metric.key for figure in figures}
    return [
        capital(", ".join(filter(None, (one.metric.name * (len(metrics) > 1), one.counted))))
        for one in figures
    ]


def written(options: Sequence[Option]) -> str:
    """The readings as JSON."""
    told = [[option.label, stored(option.query)] for option in options]
    return json.dumps(told, ensure_ascii=False)


def read_options(text: str) -> list[Option]:
    """The readings that were written down, without those this version does not know."""
    found = [(label, restored(query)) for label, query in json.loads(text)]
    return [Option(label, query) for label, query in found if query]


def chosen_before(options: Sequence[Option], choices: Sequence[Query]) -> Option | None:
    """The reading that was chosen in this thread before, the last choice first."""
    for choice in reversed(choices):
        for option in options:
            if _subject(option.query) == _subject(choice):
                return option
    return None


def _subject(query: Query) -> tuple[object, ...]:
    return query.metrics, query.places, query.role_groups


def read_choices(text: str) -> list[Query]:
    """The choices of a thread that were written down."""
    return [query for query in map(restored, json.loads(text)) if query]


def written_choices(choices: Sequence[Query]) -> str:
    """The choices of a thread as JSON."""
    return json.dumps([stored(choice) for choice in choices])
