"""How durations are taken and summed up; no test here waits for any."""

import gc
from collections import Counter

import pytest

from bot.cli.bench.measures import Measure, Target
from bot.cli.bench.report import duration, figures, times
from bot.cli.bench.timing import Timing, timed, timed_once
from bot.cli.samples.grade import Grade
from tests.cli.printing import printed

HUNDRED = Timing(tuple(float(one) for one in range(100, 0, -1)))


def test_the_median_and_what_99_in_100_do_not_exceed() -> None:
    assert HUNDRED.median == 50.5
    assert HUNDRED.p99 == 99
    assert Timing((7.0,)).p99 == 7


def test_each_item_is_timed_by_its_median_after_a_round_that_does_not_count() -> None:
    worked: Counter[str] = Counter()
    timing = timed(lambda item: worked.update([item]), ["a", "b"], repeats=3)
    assert worked == {"a": 4, "b": 4}
    assert len(timing.durations) == 2


def test_what_must_be_new_is_worked_on_once() -> None:
    worked: Counter[str] = Counter()
    assert len(timed_once(lambda item: worked.update([item]), ["a", "b"]).durations) == 2
    assert worked == {"a": 1, "b": 1}


def test_garbage_is_left_while_timing_and_collected_again_after() -> None:
    collecting = []
    timed_once(lambda _: collecting.append(gc.isenabled()), ["a"])
    assert collecting == [False]
    assert gc.isenabled()


@pytest.mark.parametrize(
    ("target", "met"),
    [
        (Target(median=51), True),
        (Target(median=50), False),
        (Target(median=51, p99=99), True),
        (Target(median=51, p99=98), False),
        (Target(), None),
    ],
)
def test_a_target_is_met_by_median_and_p99(target: Target, *, met: bool | None) -> None:
    assert target.is_met_by(HUNDRED) is met


@pytest.mark.parametrize(
    ("microseconds", "said"),
    [(142.4, "142 µs"), (1_230, "1.2 ms"), (99_000, "99.0 ms"), (450_000, "0.45 s")],
)
def test_a_duration_is_said_in_the_unit_it_reads_best_in(microseconds: float, said: str) -> None:
    assert duration(microseconds) == said


def test_a_target_missed_is_printed_as_missed() -> None:
    fast, slow = Timing((100.0,)), Timing((2_500.0,))
    table = times(
        [Measure("reading", fast, Target(150)), Measure("reply", slow, Target(1_000))],
        ["agency rate in Assessment"],
    )
    text = printed(table)
    assert "1 questions of 4 words" in text
    assert [line.split()[-1] for line in text.splitlines() if "reading" in line] == ["met"]
    assert [line.split()[-7:] for line in text.splitlines() if "reply" in line] == [
        ["2.5", "ms", "25", "1.0", "ms", "not", "met"]
    ]


def test_wrong_figures_are_counted_for_each_way() -> None:
    text = printed(figures({"naive": [Grade.WRONG, Grade.RIGHT, Grade.WRONG, Grade.DECLINED]}))
    assert "1 (25.0%)  1 (25.0%)     2 (50.0%)" in text
