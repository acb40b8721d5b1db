"""How far a figure is from its target, and how long there is: numbers, and no word of a trend."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.answer.held.cells import cells_of
from bot.answer.held.facts import Facts
from bot.answer.held.lines import lines_of
from bot.answer.honesty.caveats import caveats_of
from bot.answer.honesty.formulas import calculate
from bot.answer.understood import understood
from bot.answer.values import UNSTATED, Answer, Benchmark, Calculated, Figure, Outcome, Pace
from bot.query.query import Query

_MOST = 2
"""Targets that are told with their pace; more would drown the answer."""
_MONTHS = 12


def paces_of(targets: Sequence[Figure], facts: Facts) -> tuple[Pace, ...]:
    """The pace of each target that has a date, by the newest figure made as it is.

    Where a report does not say how its target is made, by each formula that its parts are held for.
    """
    dated = [one for one in dict.fromkeys(targets) if one.kind == "target" and one.period.end]
    if len(dated) > _MOST:
        return ()
    return tuple(pace for one in dated for pace in _paces(one, facts))


def paces_beside(pairs: Sequence[Benchmark], facts: Facts) -> tuple[Pace, ...]:
    """The pace of figures that are held against a target with a date."""
    found = [_pace(one.figure, one.of, facts) for one in pairs if one.figure.kind == "target"]
    return tuple(one for one in found if one)[:_MOST]


def target_answer(query: Query, facts: Facts) -> Answer | None:
    """The targets asked about with their pace, where no figure is published to hold against."""
    targets = tuple(one for cell in cells_of(query) for one in _targets(cell.metric, query, facts))
    paces = paces_of(targets, facts)
    if not paces:
        return None
    return Answer(
        query,
        Outcome.ANSWERED,
        understood(query, (), facts),
        figures=targets,
        paces=paces,
        caveats=caveats_of(targets, facts, [part for one in paces for part in one.parts]),
    )


def _targets(metrics: Sequence[str], query: Query, facts: Facts) -> Iterator[Figure]:
    """The newest target with a value of the first metric that has one at the places asked."""
    places = {key for choice in query.places for key in choice}
    groups = {key for choice in query.role_groups for key in choice}
    for metric in metrics:
        series = [
            one
            for one in facts.series([metric])
            if one.kind == "target"
            and one.place in places
            and (not groups or one.role_group in groups)
        ]
        found = [line.figures[-1] for line in lines_of(facts, series) if line.has_values]
        if found:
            yield from (one for one in found if one.value is not None)
            return


def _paces(target: Figure, facts: Facts) -> Iterator[Pace]:
    published = _newest(target, facts)
    if published is not None:
        if pace := _pace(target, published, facts):
            yield pace
        return
    for formula in facts.directory.metrics[target.metric.key].formulas:
        if target.formula in {UNSTATED, formula.key}:
            place = target.team.key if target.team else target.organisation.key
            found = calculate(target.metric.key, formula.key, place, target.role_group.key, facts)
            if found and (pace := _pace(target, found, facts)):
                yield pace


def _newest(target: Figure, facts: Facts) -> Figure | None:
    """The newest published figure of the target's place, people and formula."""
    place = target.team.key if target.team else target.organisation.key
    series = [
        one
        for one in facts.series([target.metric.key])
        if (one.kind, one.place, one.role_group) == ("actual", place, target.role_group.key)
        and one.unit == target.unit
        and one.formula == target.formula
    ]
    dated = [
        figure
        for line in lines_of(facts, series)
        for figure in line.figures
        if figure.value is not None and figure.period.end and not line.released
    ]
    return max(dated, key=lambda one: one.period.end or date.min, default=None)


def _pace(target: Figure, now: Figure | Calculated, facts: Facts) -> Pace | None:
    of = now if isinstance(now, Figure) else now.parts[0]
    due, day = target.period.end, of.period.end
    if due is None or day is None or target.value is None or now.value is None:
        return None
    return Pace(target, now, _months(day, due), _months(facts.today, due))


def _months(first: date, last: date) -> int:
    """Whole months from one day to another; below nought where it is over."""
    return (last.year - first.year) * _MONTHS + last.month - first.month
