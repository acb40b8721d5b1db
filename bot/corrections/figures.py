"""Which figure a figure is, wherever and whenever it is met."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from bot.answer.held.facts import Facts
from bot.answer.values import Answer, Figure, NoFigures, Result
from bot.query.query import NotUnderstood
from bot.reply.labels import amount, parts
from bot.reply.lines import MOST_SHOWN
from db.corrections import Given

_SEPARATOR = "|"


def about(figure: Figure) -> str:
    """What two printings of one figure share: its series, its period, what else tells it apart."""
    place = figure.team.key if figure.team else figure.organisation.key
    series = (figure.metric.key, place, figure.role_group.key, figure.kind, figure.formula)
    return _SEPARATOR.join(
        (*series, figure.basis, figure.unit, figure.period.key, figure.qualifier)
    )


def said(figure: Figure) -> Given | None:
    """A figure as it is given to somebody; None where it has no value."""
    if figure.value is None:
        return None
    label = ", ".join(filter(None, parts(figure)))
    return Given(about(figure), label, amount(figure), figure.value)


def given(result: Result | NotUnderstood) -> tuple[Given, ...]:
    """The figures that an answer gives, each once."""
    found = (said(figure) for figure in _told(result))
    return tuple(dict.fromkeys(one for one in found if one))


def _told(result: Result | NotUnderstood) -> Iterator[Figure]:
    if isinstance(result, NoFigures):
        yield from result.near
    if isinstance(result, Answer):
        yield from (*result.figures, *result.options)[:MOST_SHOWN]
        for change in result.changes:
            yield from (change.start, change.end)
        yield from (one.figure for one in result.benchmarks)
        yield from (one.other for one in result.disagreements)


def held(wanted: Iterable[str], facts: Facts) -> dict[str, list[Figure]]:
    """Every figure with a value that is held of those wanted, by what it is about."""
    keys = set(wanted)
    found: dict[str, list[Figure]] = defaultdict(list)
    for figure in _figures(keys, facts):
        if figure.value is not None and (key := about(figure)) in keys:
            found[key].append(figure)
    return found


def _figures(keys: Iterable[str], facts: Facts) -> Iterator[Figure]:
    """The figures of the metrics and places that some figures are about."""
    pairs = {tuple(key.split(_SEPARATOR, 2)[:2]) for key in keys}
    known = {metric for metric, _ in pairs} & facts.directory.metrics.keys()
    series = [one for one in facts.series(known) if (one.metric, one.place) in pairs]
    for some in facts.figures(series).values():
        yield from some
