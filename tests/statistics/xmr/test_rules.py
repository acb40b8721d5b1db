"""Each rule at its edges, and where other tools go wrong."""

from datetime import date

import pytest

from bot.statistics.xmr import Series, Settings, Signal, Verdict
from db.catalogue import Direction
from tests.statistics.xmr.charts import chart, flagged, judged, month, series

FLAT = [10.0, 12.0, 10.0, 12.0, 10.0, 12.0, 10.0, 12.0, 10.0, 12.0, 10.0, 12.0, 11.0]
UP, DOWN = Direction.INCREASE, Direction.DECREASE


def test_a_point_on_a_limit_is_inside_it() -> None:
    limits = chart(FLAT).groups[0].limits
    assert limits.upper is not None
    for beside in (0.0, 1e-12, -1e-12):
        assert limits.compare(limits.upper + beside, limits.upper) == 0
    assert limits.compare(limits.upper + 1e-6, limits.upper) == 1


def test_seven_points_on_one_side_are_a_shift_and_six_are_none() -> None:
    before, after = [1.0, 9.0, 1.0, 9.0, 1.0], [1.0, 1.0]
    six = [*before, *[7.0, 8.0] * 3, *after]
    seven = [*before, *[7.0, 8.0] * 3, 7.0, *after]
    assert flagged(chart(six), Signal.SHIFT) == []
    assert flagged(chart(seven), Signal.SHIFT) == list(range(5, 12))


def test_a_point_on_the_mean_ends_a_run() -> None:
    values = [0.0, 2.0, 2.0, 2.0, 1.0, 2.0, 2.0, 2.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0]
    assert sum(values) / len(values) == 1
    assert flagged(chart(values), Signal.SHIFT) == []


def test_six_rises_are_a_trend_and_a_tie_ends_it() -> None:
    assert flagged(chart([1.0, 2, 3, 4, 5, 6, 7]), Signal.TREND) == list(range(7))
    assert flagged(chart([1.0, 2, 3, 4, 4, 5, 6, 7]), Signal.TREND) == []


def test_a_gap_ends_every_run() -> None:
    rising = [1.0, 2.0, 3.0, 4.0, None, 5.0, 6.0, 7.0, 8.0]
    assert flagged(chart(rising), Signal.TREND) == []
    high = [0.0] * 8 + [9.0, 8.0, 9.0, None, 8.0, 9.0, 8.0, 9.0]
    assert [at for at in flagged(chart(high), Signal.SHIFT) if at > 7] == []


def test_two_adjacent_runs_keep_their_own_direction() -> None:
    up_then_down = [*[0.0, 30.0] * 7, *map(float, range(10, 17)), *map(float, range(15, 8, -1))]
    up_then_down_then_up = [*up_then_down, *map(float, range(10, 17))]
    falling = judged(up_then_down, direction=UP).latest
    rising = judged(up_then_down_then_up, direction=UP).latest
    assert (falling.signal, falling.verdict) == (Signal.TREND, Verdict.CONCERN)
    assert (rising.signal, rising.verdict) == (Signal.TREND, Verdict.IMPROVEMENT)
    assert rising.since == len(up_then_down) - 1


def test_the_slope_decides_even_below_the_mean() -> None:
    values = [90.0, 91, 90, 91, 90, 91, 90, *[70.0 + step for step in range(7)]]
    latest = judged(values, direction=UP).latest
    assert (latest.signal, latest.verdict) == (Signal.TREND, Verdict.IMPROVEMENT)


@pytest.mark.parametrize("screen", [False, True])
def test_equal_figures_give_no_signal(*, screen: bool) -> None:
    judgement = judged([17.8] * 24, screen=screen, direction=UP, target=17.0)
    assert judgement.latest.verdict is Verdict.COMMON_CAUSE
    assert judgement.assurance == "consistent_pass"


def test_one_step_of_an_establishment_collapses_screened_limits_and_gives_no_signal() -> None:
    posts = [20.0] * 8 + [21.0] * 8
    screened = chart(posts, screen=True)
    assert not screened.groups[0].limits.varies
    assert {fired for group in screened.groups for fired in group.signals} == {()}
    assert flagged(chart(posts), Signal.SHIFT) == list(range(16))  # without the screen it is one


def test_a_rebase_starts_everything_anew() -> None:
    values = [10.0, 12.0] * 7 + [30.0, 32.0] * 7
    whole, split = chart(values), chart(values, rebase=(month(14),))
    assert flagged(whole, Signal.SHIFT)
    assert flagged(split, Signal.SHIFT) == []
    assert [group.limits.mean for group in split.groups] == [11.0, 31.0]


def test_a_rebase_on_no_date_of_the_series_is_told() -> None:
    assert chart(FLAT, rebase=(date(1999, 1, 1),)).unknown_rebases == ("1999-01-01",)


def test_a_baseline_freezes_the_limits() -> None:
    frozen = chart([10.0, 12.0] * 6 + [50.0] * 6, baseline=12)
    assert frozen.groups[0].limits.mean == 11.0
    assert flagged(frozen, Signal.ASTRONOMICAL) == list(range(12, 18))


def test_a_target_on_a_limit_is_inconsistent() -> None:
    limits = chart(FLAT).groups[0].limits
    for target, wanted in ((limits.upper, "inconsistent"), (50.0, "consistent_fail")):
        assert judged(FLAT, target=target, direction=UP).assurance == wanted
    assert judged(FLAT, target=50.0, direction=DOWN).assurance == "consistent_pass"
    assert judged(FLAT, target=50.0).assurance is None


def test_twelve_points_are_too_few_and_gaps_are_no_points() -> None:
    assert judged(FLAT[:12]).latest.verdict is Verdict.TOO_FEW_POINTS
    assert judged([*FLAT[:12], None]).latest.verdict is Verdict.TOO_FEW_POINTS
    assert judged(FLAT).latest.verdict is Verdict.COMMON_CAUSE


def test_the_latest_point_is_the_last_that_is_held() -> None:
    judgement = judged([*FLAT, 50.0, None], direction=DOWN)
    assert judgement.latest.at == 13
    assert judgement.latest.verdict is Verdict.CONCERN


def test_counts_of_rare_events_are_not_judged() -> None:
    rare = [0.0, 1.0, 0.0, 3.0, 0.0, 0.0, 2.0, 0.0, 1.0, 0.0, 0.0, 1.0, 0.0, 9.0]
    assert judged(rare, is_count=True).latest.verdict is Verdict.TOO_FEW_POINTS
    assert judged(rare).few_events
    assert not judged([one + 2 for one in rare], is_count=True).few_events


def test_stocks_carry_over_and_so_does_what_is_correlated() -> None:
    steps = [float(at // 6) for at in range(24)]
    assert judged(steps).carries_over
    assert not judged(FLAT * 2).carries_over


@pytest.mark.parametrize(
    ("dates", "values", "fault"),
    [
        ((date(2024, 1, 1),), (1.0, 2.0), "1 dates for 2 values"),
        ((date(2024, 1, 1),) * 2, (1.0, 2.0), "there twice"),
        ((date(2024, 2, 1), date(2024, 1, 1)), (1.0, 2.0), "not in order"),
        ((), (), "no points"),
        ((date(2024, 1, 1),), (float("nan"),), "value 1"),
    ],
)
def test_what_is_no_series_is_refused(
    dates: tuple[date, ...], values: tuple[float, ...], fault: str
) -> None:
    with pytest.raises(ValueError, match=fault):
        Series(dates, values)


def test_a_short_baseline_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 12"):
        Settings(baseline=5)


def test_a_series_may_be_given_in_any_order() -> None:
    dates = [month(2), month(0), month(1)]
    assert Series.sorted(dates, [3.0, 1.0, 2.0], Settings()) == series([1.0, 2.0, 3.0])
