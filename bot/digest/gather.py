"""What a follow watches, read from the store as it stood on a day; the only part that reads."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.answer.held.cells import PAPERS, cells_of, held_lines
from bot.answer.held.facts import Facts
from bot.answer.held.lines import Line, lines_of
from bot.answer.held.series import Series
from bot.answer.honesty.trend import trend_of
from bot.answer.values import UNSTATED, Figure
from bot.digest.sets import NAMES, SETS
from bot.digest.watched import Watched, Watching
from bot.query.describe import describe
from bot.query.query import Intent, Query
from bot.query.stored import restored

_MOMENT = "moment"
_SURE = frozenset({"reported", "zero"})


def watching(watches: str, facts: Facts) -> tuple[str, Watching]:
    """What a follow is called and watches; `watches` is a set of a council, or a query as JSON."""
    names = facts.directory.names
    kind, _, rest = watches.partition(":")
    if kind == "set":
        name, _, council = rest.partition(":")
        title = f"{NAMES.get(name, name)}, {names.place(council)}"
        return title, watching_set(name, council, facts)
    query = restored(watches)
    if query is None:
        return "What you follow", Watching((), lost=("a question of an earlier version",))
    return describe(query, names), watching_query(query, facts)


def watching_set(name: str, council: str, facts: Facts) -> Watching:
    """What a set of metrics holds of a council's own papers."""
    metrics = SETS.get(name, frozenset())
    lost = tuple(sorted(metrics - set(facts.directory.metrics)))
    if council not in facts.directory.organisations:
        return Watching((), lost=(council, *lost))
    own = [one for one in facts.series_of(council) if one.metric in metrics]
    lines = lines_of(facts, [one for one in own if one.kind == "actual"])
    return _watching([line for line in lines if not line.released], facts, lost)


def watching_query(query: Query, facts: Facts) -> Watching:
    """What a query's metrics hold at its places; the periods it names are not looked at."""
    names = facts.directory
    keys = [key for choice in query.metrics for key in choice]
    lost = tuple(key for key in keys if key not in names.metrics)
    places = [key for choice in query.places for key in choice]
    lost += tuple(
        key for key in places if key not in names.teams and key not in names.organisations
    )
    if lost:
        return Watching((), lost=lost)
    asked = replace(query, intent=Intent.FIGURE, periods=())
    lines = [line for cell in cells_of(asked) for line in held_lines(cell, asked, facts, PAPERS)]
    return replace(_watching(lines, facts, ()), conditions=query.conditions)


def _watching(lines: Sequence[Line], facts: Facts, lost: tuple[str, ...]) -> Watching:
    series = tuple(one for line in lines for one in _watched(line, facts))
    councils = {line.organisation for line in lines}
    metrics = {line.metric for line in lines}
    return Watching(series, tuple(_benchmarks(councils, metrics, facts)), lost)


def _watched(line: Line, facts: Facts) -> Iterator[Watched]:
    """The series of a line: one for each formula, or one without figures where none is sure."""
    actual = [one for one in line.figures if one.kind == "actual"]
    formulas = list(dict.fromkeys(one.formula for one in actual))
    for formula in formulas:
        points = _in_time([one for one in actual if one.formula == formula], facts)
        key = _key(line, formula)
        trend = trend_of(points, facts) if points else None
        target = _target(points[-1], facts) if points else None
        yield Watched(key, tuple(points), trend, target, _topic(line, facts), _asked(line, facts))


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
    series = [one for one in facts.series([figure.metric.key]) if one.kind == "target"]
    held = [
        target
        for line in lines_of(facts, [one for one in series if one.place == place])
        for target in line.figures
        if (target.metric.key, target.role_group.key, target.formula, target.basis) == wanted
        and target.value is not None
    ]
    return held[-1] if held else None


def _benchmarks(councils: set[str], metrics: set[str], facts: Facts) -> Iterator[Watched]:
    """What is published of England and the councils' regions, of the same metrics."""
    organisations = facts.directory.organisations
    regions = {organisations[key].region for key in councils}
    wanted = {one.key for one in organisations.values() if one.kind == "nation"} | regions
    series = [one for one in facts.series(metrics) if _is_benchmark(one, wanted)]
    for line in lines_of(facts, series):
        points = [one for one in line.figures if one.value is not None and one.period.end]
        known = [one for one in points if one.period.end and one.period.end <= facts.today]
        if known:
            key = _key(line, known[-1].formula)
            yield Watched(key, tuple(known), asked=_asked(line, facts))


def _is_benchmark(series: Series, places: set[str | None]) -> bool:
    return series.place in places and series.kind in {"actual", "benchmark"}


def _key(line: Line, formula: str) -> str:
    """What a series is known by from week to week; a team's name may change, its key does not."""
    return f"{line.metric}|{line.place}|{line.role_group}|{formula}"


def _topic(line: Line, facts: Facts) -> str:
    """What a line and its siblings tell of."""
    return f"{facts.directory.metrics[line.metric].subject}|{line.place}|{line.role_group}"


def _asked(line: Line, facts: Facts) -> str:
    """The words that ask for a line."""
    query = Query(Intent.FIGURE, ((line.metric,),), ((line.place,),), ((line.role_group,),))
    return describe(query, facts.directory.names)
