"""The figure to hold another one against, and whether the two are made alike."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answer.councils.neighbours import neighbours_beside
from bot.answer.held.facts import Facts
from bot.answer.held.lines import Line, lines_of
from bot.answer.honesty.age import age_of
from bot.answer.honesty.formulas import alike, on_basis, why_not_alike
from bot.answer.values import Benchmark, Figure, Verdict
from bot.query.query import Against

_CLOSE_ENOUGH = 0.05
"""Differences below what one decimal place shows are no difference."""
_YEAR_OF_DAYS = 366
"""A benchmark further off in time says nothing unless it is asked for."""
_MOST = 2
"""Figures that are told with their benchmark unasked; more would drown the answer."""


def beside(figures: Sequence[Figure], facts: Facts) -> tuple[Benchmark, ...]:
    """The benchmarks that figures are told with unasked: of their time, and like for like."""
    if len(figures) > _MOST or any(one.kind != "actual" for one in figures):
        return ()
    found = [_nearest_made_alike(one, facts) for one in figures]
    return tuple(one for one in found if one)


def _nearest_made_alike(figure: Figure, facts: Facts) -> Benchmark | None:
    """England's figure, else the region's."""
    for against in (Against.ENGLAND, Against.REGION):
        benchmark = benchmark_for(figure, against, facts)
        if benchmark and _is_of_its_time(benchmark, figure):
            pair = held_against(figure, benchmark, facts)
            if pair.verdict is not Verdict.NOT_COMPARABLE:
                return pair
    return None


def target_of(figure: Figure, facts: Facts) -> tuple[Benchmark, ...]:
    """The target a series is told with unasked: of the very place, people and unit.

    `figure` is its newest. Where two are as near in time and differ, neither is the target.
    """
    targets = [
        one
        for line in _candidates(figure, Against.TARGET, facts)
        for one in line.figures
        if one.value is not None and _counts_the_same(one, figure)
    ]
    nearest = min((_distance(one, figure) for one in targets), default=None)
    near = [one for one in targets if _distance(one, figure) == nearest]
    if len({one.value for one in near}) != 1:
        return ()
    return (held_against(figure, near[0], facts),)


def _counts_the_same(target: Figure, figure: Figure) -> bool:
    theirs, ours = (
        (one.organisation, one.team, one.role_group, one.unit) for one in (target, figure)
    )
    return theirs == ours


def _is_of_its_time(benchmark: Figure, figure: Figure) -> bool:
    ends = (benchmark.period.end, figure.period.end)
    return bool(ends[0] and ends[1]) and _distance(benchmark, figure)[0] <= _YEAR_OF_DAYS


def benchmark_for(figure: Figure, against: Against, facts: Facts) -> Figure | None:
    """The figure to hold another one against: nearest in time, the earlier one where two are."""
    candidates = [
        one
        for line in _candidates(figure, against, facts)
        for one in line.figures
        if one.value is not None
    ]
    return min(candidates, key=lambda one: _distance(one, figure), default=None)


def _distance(one: Figure, figure: Figure) -> tuple[int, bool]:
    """Days between the two, and whether the benchmark is the later one."""
    if one.period.end is None or figure.period.end is None:
        return (0, False)
    days = (figure.period.end - one.period.end).days
    return (abs(days), days < 0)


def _candidates(figure: Figure, against: Against, facts: Facts) -> Sequence[Line]:
    series = facts.series([figure.metric.key])
    if against is Against.TARGET:
        places = _own_and_wider(figure, facts)
        groups = {
            figure.role_group.key,
            *facts.directory.wider_roles.get(figure.role_group.key, ()),
        }
        targets = [one for one in series if one.kind == "target" and one.place in places]
        return lines_of(facts, [one for one in targets if one.role_group in groups])
    region = facts.directory.organisations[figure.organisation.key].region
    wanted = {
        Against.ENGLAND: {"england"},
        Against.REGION: {region} if region else set(),
        Against.NEIGHBOURS: set[str](),
        Against.ANY: {"england"} | ({region} if region else set()),
    }[against]
    lines = lines_of(
        facts, [one for one in series if one.organisation in wanted and one.kind == "benchmark"]
    )
    nations = [line for line in lines if line.organisation == "england"]
    return nations if against is Against.ANY and nations else lines


def _own_and_wider(figure: Figure, facts: Facts) -> set[str]:
    if figure.team is None:
        return {figure.organisation.key}
    wider = facts.directory.wider_places.get(figure.team.key, frozenset())
    return {figure.team.key, figure.organisation.key, *wider}


def held_against(figure: Figure, benchmark: Figure, facts: Facts) -> Benchmark:
    """The pair with its verdict: as published, on the benchmark's basis, or not comparable."""
    pair = _pair(figure, benchmark, facts)
    if benchmark.kind == "target":
        return pair
    age = age_of(benchmark, figure, facts.today, newest=_is_newest(benchmark, facts))
    return replace(pair, age=age)


def _is_newest(benchmark: Figure, facts: Facts) -> bool:
    """Whether nothing newer is held of any benchmark of the metric."""
    series = [one for one in facts.series([benchmark.metric.key]) if one.kind == "benchmark"]
    ends = [one.period.end for some in facts.figures(series).values() for one in some]
    return max((end for end in ends if end), default=None) == benchmark.period.end


def against_neighbours(figure: Figure, facts: Facts) -> Benchmark | None:
    """A figure beside the middle of its council's statistical neighbours."""
    found = neighbours_beside(figure, facts)
    if found is None:
        return None
    return replace(held_against(figure, found[0], facts), neighbours=found[1])


def _pair(figure: Figure, benchmark: Figure, facts: Facts) -> Benchmark:
    name = "target" if benchmark.kind == "target" else benchmark.organisation.name
    if benchmark.kind == "target" or alike(figure, benchmark):
        return _compared(name, figure, benchmark, figure.value or 0.0)
    if figure.role_group.key == benchmark.role_group.key:
        converted = on_basis(figure, benchmark.formula, facts)
        if converted:
            compared = _compared(name, figure, benchmark, converted.value)
            return replace(compared, like_for_like=converted)
    reason = why_not_alike(figure, benchmark)
    return Benchmark(name, benchmark, figure, Verdict.NOT_COMPARABLE, None, reason=reason)


def _compared(name: str, figure: Figure, benchmark: Figure, value: float) -> Benchmark:
    difference = round(value - (benchmark.value or 0.0), 6)
    verdict = Verdict.ABOVE if difference > 0 else Verdict.BELOW
    if abs(difference) < _CLOSE_ENOUGH:
        verdict = Verdict.SAME
    return Benchmark(name, benchmark, figure, verdict, difference)
