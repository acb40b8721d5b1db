"""Whether the points of a change are enough to tell more than chance, and what they tell then."""

from collections.abc import Sequence

from bot.answer.held.facts import Facts
from bot.answer.values import Figure, Trend
from bot.statistics.xmr import Series, Settings, draw, is_enough, judge
from db.catalogue import Nature

_COUNTS = frozenset({"people", "posts", "cases", "occasions"})


def trend_of(points: Sequence[Figure], facts: Facts) -> Trend | None:
    """The chart of some points in time; None where they are too few or not made alike."""
    dated = {one.period.end: one.value for one in points if one.period.end}
    alike = len({(one.formula, one.period.sort, one.unit) for one in points}) == 1
    if not alike or len(dated) < len(points):
        return None
    metric = facts.directory.metrics[points[0].metric.key]
    series = Series.sorted(
        list(dated),
        list(dated.values()),
        Settings(metric.direction),
        is_stock=metric.nature is Nature.SNAPSHOT,
        is_count=metric.unit in _COUNTS,
    )
    chart = draw(series)
    return Trend(chart, judge(chart)) if is_enough(chart, chart.groups[-1]) else None
