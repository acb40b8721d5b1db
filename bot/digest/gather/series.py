"""The series of a line that news may be told of."""

from collections.abc import Iterable, Iterator, Sequence

from bot.answer.held.facts import Facts
from bot.answer.held.lines import Line, lines_of
from bot.answer.honesty.trend import trend_of
from bot.answer.values import UNSTATED, Figure
from bot.digest.watched import Watched
from bot.query.describe import describe
from bot.query.query import Intent, Query

_MOMENT = "moment"
_SURE = frozenset({"reported", "zero"})


def series_in(line: Line, facts: Facts) -> Iterator[Watched]:
    """The series of a line: one for each formula, or one without figures where none is sure."""
    actual = [one for one in line.figures if one.kind == "actual"]
    topic = f"{facts.directory.metrics[line.metric].subject}|{line.place}|{line.role_group}"
    asked = _words_for(line, facts)
    for formula in dict.fromkeys(one.formula for one in actual):
        points = _in_time([one for one in actual if one.formula == formula], facts)
        # What is usual cannot be told of a row of which some are kept back.
        whole = not any(one.status == "suppressed" for one in actual)
        trend = trend_of(points, facts) if points and whole else None
        target = _target(points[-1], facts) if points else None
        yield Watched(_key(line, formula), tuple(points), trend, target, topic, asked)


def benchmark_of(line: Line, facts: Facts) -> Watched | None:
    """A published line up to today; None where nothing of it has a value and a date."""
    points = [one for one in line.figures if one.value is not None and one.period.end]
    known = [one for one in points if one.period.end and one.period.end <= facts.today]
    if not known:
        return None
    return Watched(_key(line, known[-1].formula), tuple(known), asked=_words_for(line, facts))


def _key(line: Line, formula: str) -> str:
    """What a series is known by from week to week; a team's name may change, its key does not."""
    return f"{line.metric}|{line.place}|{line.role_group}|{formula}"


def _words_for(line: Line, facts: Facts) -> str:
    """The words that ask for a line."""
    query = Query(Intent.FIGURE, ((line.metric,),), ((line.place,),), ((line.role_group,),))
    return describe(query, facts.directory.names)


def _in_time(figures: Iterable[Figure], facts: Facts) -> list[Figure]:
    """The figures of one sort of time up to today, one for each end; the sort of the newest."""
    sure = [one for one in figures if _is_sure(one, facts)]
    if not sure:
        return []
    moments = [one for one in sure if one.period.sort == _MOMENT]
    sort = _MOMENT if len(moments) > 1 else sure[-1].period.sort
    return _undisputed([one for one in sure if one.period.sort == sort])


def _is_sure(figure: Figure, facts: Facts) -> bool:
    end = figure.period.end
    over = end is not None and end <= facts.today
    return over and figure.value is not None and figure.status in _SURE and not figure.qualifier


def _undisputed(figures: Sequence[Figure]) -> list[Figure]:
    """One figure for each day; where two differ neither is told as news."""
    found: dict[object, list[Figure]] = {}
    for one in figures:
        found.setdefault(one.period.end, []).append(one)
    return [some[0] for some in found.values() if len({one.value for one in some}) == 1]


def _target(figure: Figure, facts: Facts) -> Figure | None:
    """The target for a figure, where there is one and it is made as the figure is."""
    wanted = (figure.metric.key, figure.role_group.key, figure.formula, figure.basis)
    if figure.formula == UNSTATED or (figure.unit == "%" and not figure.formula):
        return None
    place = figure.team.key if figure.team else figure.organisation.key
    series = facts.series([figure.metric.key], [figure.organisation.key])
    targets = [one for one in series if one.kind == "target" and one.place == place]
    held = [
        target
        for line in lines_of(facts, targets)
        for target in line.figures
        if (target.metric.key, target.role_group.key, target.formula, target.basis) == wanted
        and target.value is not None
    ]
    return held[-1] if held else None
