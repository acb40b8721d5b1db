"""What must hold for every series."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from bot.statistics.xmr import Chart, Settings, Signal, Verdict, draw
from bot.statistics.xmr.rules import signals_of
from db.catalogue import Direction
from tests.statistics.xmr.charts import chart, judged, month, series

# Quarters are exact in binary, so that shifting and scaling round nothing away.
quarters = st.integers(-4000, 4000).map(lambda number: number / 4)
points = st.lists(st.none() | quarters, min_size=1, max_size=60)
OPPOSITE = {
    Verdict.IMPROVEMENT: Verdict.CONCERN,
    Verdict.CONCERN: Verdict.IMPROVEMENT,
    Verdict.NEUTRAL_HIGH: Verdict.NEUTRAL_LOW,
    Verdict.NEUTRAL_LOW: Verdict.NEUTRAL_HIGH,
}


def fired(of: Chart) -> list[tuple[Signal, ...]]:
    return [signals for group in of.groups for signals in group.signals]


def moved(values: Sequence[float | None], by: float, times: float = 1.0) -> list[float | None]:
    return [None if value is None else value * times + by for value in values]


@given(points, st.integers(-10_000, 10_000), st.sampled_from([0.25, 0.5, 2.0, 1024.0]))
def test_signals_do_not_depend_on_unit_or_origin(
    values: list[float | None], by: int, times: float
) -> None:
    assert fired(chart(moved(values, by, times))) == fired(chart(values))


@given(points, st.sampled_from(Direction))
def test_the_mirror_image_has_the_same_signals_and_opposite_verdict(
    values: list[float | None], direction: Direction
) -> None:
    mirrored = moved(values, 0.0, -1.0)
    assert fired(chart(mirrored)) == fired(chart(values))
    verdict = judged(values, direction=direction).latest.verdict
    assert judged(mirrored, direction=direction).latest.verdict == OPPOSITE.get(verdict, verdict)


@given(points)
def test_a_mirrored_metric_and_a_mirrored_direction_cancel(values: list[float | None]) -> None:
    up = judged(values, direction=Direction.INCREASE, target=3.0)
    down = judged(moved(values, 0.0, -1.0), direction=Direction.DECREASE, target=-3.0)
    assert (up.latest, up.assurance) == (down.latest, down.assurance)


@given(values=points, screen=st.booleans())
def test_limits_surround_the_mean_and_gaps_have_no_signal(
    values: list[float | None], *, screen: bool
) -> None:
    for group in chart(values, screen=screen).groups:
        limits = group.limits
        if limits.lower is not None:
            assert limits.mean is not None
            assert limits.near_lower is not None
            assert limits.near_upper is not None
            assert limits.upper is not None
            assert limits.lower <= limits.near_lower <= limits.mean
            assert limits.mean <= limits.near_upper <= limits.upper
    for value, signals in zip(values, fired(chart(values, screen=screen)), strict=True):
        assert value is not None or signals == ()


@given(st.floats(-1e6, 1e6), st.integers(1, 40))
def test_constant_values_are_never_a_signal(value: float, count: int) -> None:
    assert set(fired(chart([value] * count))) <= {()}


@given(st.lists(quarters, min_size=26, max_size=60))
def test_groups_do_not_see_each_other(values: list[float]) -> None:
    half = len(values) // 2
    both = chart(values, rebase=(month(half),))
    alone = [*fired(chart(values[:half])), *fired(chart(values[half:]))]
    assert fired(both) == alone


@given(points)
def test_a_series_is_judged_only_from_13_points(values: list[float | None]) -> None:
    held = sum(value is not None for value in values)
    judgement = judged(values, direction=Direction.INCREASE, target=0.0)
    assert (judgement.latest.verdict is Verdict.TOO_FEW_POINTS) == (held < 13)
    assert held >= 13 or judgement.assurance is None


class Counting(float):
    """A figure that counts how often it is compared or taken from another."""

    seen = 0

    def __sub__(self, other: float) -> float:
        Counting.seen += 1
        return float(self) - other


def effort(count: int) -> int:
    Counting.seen = 0
    values = [Counting(at * 7919 % 101) for at in range(count)]
    drawn = draw(series(values))
    assert signals_of(values, drawn.groups[0].limits) == list(drawn.groups[0].signals)
    return Counting.seen


def test_ten_times_the_points_are_ten_times_the_work() -> None:
    assert effort(10_000) <= 11 * effort(1_000)


def test_settings_are_plain_by_default() -> None:
    assert Settings() == Settings(Direction.NEUTRAL, None, (), None, screen=False)
