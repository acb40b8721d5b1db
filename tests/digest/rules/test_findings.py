from dataclasses import replace
from datetime import date

from bot.digest.rules import Finding, Rule, findings
from bot.digest.watched import Memory, Watched, Watching
from bot.query.query import Comparison, Condition
from tests.digest.made import TODAY, figure, rates, seen, watched, watching

NEW = Memory()
USUAL = tuple(20.0 + at % 2 for at in range(13))


def found(rule: Rule, *series: Watched, memory: Memory = NEW, today: date = TODAY) -> list[Finding]:
    every = findings(Watching(series), memory, today)
    return [one for one in every if one.rule is rule]


def test_a_point_beyond_a_limit_is_a_signal_with_its_rule() -> None:
    (one,) = found(Rule.SIGNAL, watched(rates(*USUAL, 32.0)))
    assert "rule: one point beyond a limit" in one.text
    assert "astronomical" in one.why


def test_what_is_in_its_usual_range_is_no_signal() -> None:
    assert found(Rule.SIGNAL, watched(rates(*USUAL))) == []


def test_under_thirteen_points_there_is_no_signal() -> None:
    assert found(Rule.SIGNAL, watched(rates(*USUAL[:11], 32.0))) == []


def test_concern_weighs_more_than_improvement() -> None:
    (worse,) = found(Rule.SIGNAL, watched(rates(*USUAL, 32.0)))
    (better,) = found(Rule.SIGNAL, watched(rates(*USUAL, 9.0)))
    assert worse.score > better.score


def test_a_signal_is_told_again_only_when_it_has_changed() -> None:
    high, low = watched(rates(*USUAL, 32.0)), watched(rates(*USUAL, 9.0))
    (told,) = found(Rule.SIGNAL, high)
    memory = Memory({told.about: told.state})
    assert found(Rule.SIGNAL, high, memory=memory) == []
    assert len(found(Rule.SIGNAL, low, memory=memory)) == 1


def test_a_target_is_told_when_it_is_crossed_with_both_values() -> None:
    target = replace(figure(30.0), kind="target")
    (one,) = found(Rule.TARGET, watched(rates(16, 14), target=target))
    assert "28%" in one.text
    assert "from 32% (16 of 50, February 2024)" in one.text
    assert one.text.endswith("The target of 30% (March 2024) is met.")


def test_a_target_met_twice_running_is_not_told() -> None:
    target = replace(figure(30.0), kind="target")
    assert found(Rule.TARGET, watched(rates(14, 13), target=target)) == []


def test_a_target_of_a_metric_without_a_direction_has_no_side() -> None:
    points = rates(16, 14, direction="neutral")
    assert found(Rule.TARGET, watched(points, target=figure(30.0))) == []


def test_a_target_crossed_between_two_digests_is_not_overlooked() -> None:
    target = replace(figure(30.0), kind="target")
    shown = watched(rates(16))
    before = replace(shown, points=(figure(32, 2, numerator=16.0, denominator=50.0),))
    after = watched(rates(16, 14, 13), target=target)
    assert len(found(Rule.TARGET, after, memory=seen(before))) == 1


OVER = (Condition(Comparison.OVER, 50.0, percent=True),)


def alerted(*numerators: float, shown: int = 0) -> list[Finding]:
    """Give what an alert at 50 % tells of some months, of which so many were shown before."""
    one = watched(rates(*numerators))
    before = replace(one, points=one.points[:shown])
    return findings(Watching((one,), conditions=OVER), seen(before), TODAY)


def test_an_alert_is_told_once_on_the_crossing_with_both_values() -> None:
    (one,) = alerted(24, 26, shown=1)
    assert one.rule is Rule.ALERT
    assert "52%" in one.text
    assert "from 48% (24 of 50, February 2024)" in one.text
    assert alerted(24, 26, 27, shown=2) == []


def test_an_alert_is_told_again_when_it_has_come_back() -> None:
    assert alerted(24, 26, 24, shown=2) == []
    assert len(alerted(24, 26, 24, 27, shown=3)) == 1


def test_an_alert_sees_a_crossing_by_a_correction() -> None:
    one = watched(rates(24, 26))
    shown = Memory(seen={one.key: {**one.values, one.last.period.key: "49"}})
    (alert,) = findings(Watching((one,), conditions=OVER), shown, TODAY)
    assert "52%" in alert.text
    assert "Up 3 percentage points from 49%" in alert.text
    assert findings(Watching((one,), conditions=OVER), seen(one), TODAY) == []


def test_an_alert_sees_a_crossing_among_figures_that_came_at_once() -> None:
    assert len(alerted(24, 26, 27, shown=1)) == 1


def test_an_alert_tells_nothing_else() -> None:
    assert alerted(10, 11, 10, 11, 10, 20, shown=5) == []


def test_the_highest_of_six_is_a_record_and_of_five_is_not() -> None:
    (one,) = found(Rule.RECORD, watched(rates(10, 11, 10, 11, 10, 12)))
    assert one.text.endswith("The highest of 6 figures since October 2023.")
    assert found(Rule.RECORD, watched(rates(10, 11, 10, 11, 12))) == []


def test_a_record_that_is_only_equalled_is_none() -> None:
    assert found(Rule.RECORD, watched(rates(10, 11, 10, 12, 10, 12))) == []


def test_three_largest_moves_are_told_in_points_with_counts() -> None:
    series = [watched(rates(10, 10 + by), key=f"series {by}") for by in (2, 3, 4, 5)]
    told = found(Rule.MOVED, *series)
    assert [one.series for one in told] == [("series 5",), ("series 4",), ("series 3",)]
    assert "Up 10 percentage points from 20% (10 of 50, February 2024)" in told[0].text


def test_what_one_person_could_move_is_no_move() -> None:
    assert found(Rule.MOVED, watched(rates(10, 11))) == []


def test_what_rounding_could_move_is_no_move() -> None:
    before = figure(46, 1, numerator=101.0, denominator=218.0)
    now = figure(47, numerator=102.6, denominator=218.0)
    assert found(Rule.MOVED, watched((before, now))) == []


def test_a_rate_without_counts_is_no_move() -> None:
    assert found(Rule.MOVED, watched((figure(20, 1), figure(40)))) == []


def test_a_figure_that_was_shown_before_is_no_news() -> None:
    one = watched(rates(10, 15))
    assert found(Rule.MOVED, one, memory=seen(one)) == []


def test_a_denominator_that_moved_is_told_once_for_its_rates() -> None:
    (before,), (after,) = rates(10, of=218), rates(10, of=225)
    before = replace(before, period=figure(0, 1).period)
    agency = watched((before, after))
    permanent = watched((before, after), key="permanent_rate|devon/assessment")
    (one,) = found(Rule.DENOMINATOR, agency, permanent)
    assert "from 218 (February 2024) to 225 (March 2024)" in one.text
    assert len(one.series) == 2


def test_a_benchmark_is_news_when_a_release_brings_it() -> None:
    old, new = figure(17.8, 12, edition="2023-02"), figure(16.0, edition="2024-02")
    before, after = watched((old,), key="england"), watched((old, new), key="england")
    told = findings(Watching((), (after,)), seen(before), TODAY)
    assert [one.rule for one in told] == [Rule.BENCHMARK]
    assert findings(Watching((), (after,)), NEW, TODAY) == []


def test_a_benchmark_that_a_council_quotes_is_no_release() -> None:
    before, after = watched((figure(17.8, 12),)), watched((figure(17.8, 12), figure(16.0)))
    assert findings(Watching((), (after,)), seen(before), TODAY) == []


def test_a_figure_that_was_another_one_is_told_with_both() -> None:
    before, after = watched(rates(10, 20, 12)), watched(rates(10, 11, 12))
    (one,) = found(Rule.CORRECTED, after, memory=seen(before))
    assert "22%" in one.text
    assert "It was 40 (February 2024)" in one.text


def test_a_small_count_that_was_corrected_is_not_told() -> None:
    cases = [figure(value, 2, unit="cases", period=figure(0, 2).period) for value in (3, 9)]
    later = (figure(8, 1, unit="cases"), figure(8, unit="cases"))
    before, after = (watched((one, *later)) for one in cases)
    assert found(Rule.CORRECTED, after, memory=seen(before)) == []
    assert found(Rule.CORRECTED, before, memory=seen(after)) == []


def test_a_figure_printed_with_more_zeros_is_not_corrected() -> None:
    shown = watched((figure(22),))
    assert (
        found(Rule.CORRECTED, watched((figure(22, value_text="22.0"),)), memory=seen(shown)) == []
    )


def parts(budget: float, in_post: float, vacant: float) -> list[Watched]:
    made = {"budgeted_fte": budget, "staff_in_post_fte": in_post, "vacancies_fte": vacant}
    return [
        watched((figure(value, metric=replace(figure(0).metric, key=key), unit="FTE"),), key=key)
        for key, value in made.items()
    ]


def test_parts_that_do_not_add_up_are_told_first() -> None:
    told = findings(watching(*parts(225, 196.6, 20.36)), NEW, TODAY)
    assert told[0].rule is Rule.BROKEN
    assert "make 216.96" in told[0].text


def test_parts_that_add_up_within_their_rounding_are_not() -> None:
    assert found(Rule.BROKEN, *parts(225, 196.6, 28.36)) == []


def test_parts_that_stand_for_few_people_are_not_told() -> None:
    assert found(Rule.BROKEN, *parts(225, 196.6, 2.5)) == []


def test_those_in_post_may_leave_agency_out_as_the_dfe_does() -> None:
    def staff(in_post: float) -> list[Watched]:
        made = {"staff_in_post_fte": in_post, "permanent_fte": 95.6, "agency_fte": 101.0}
        return [
            watched(
                (figure(value, metric=replace(figure(0).metric, key=key), unit="FTE"),), key=key
            )
            for key, value in made.items()
        ]

    assert found(Rule.BROKEN, *staff(196.6)) == found(Rule.BROKEN, *staff(95.6)) == []
    assert len(found(Rule.BROKEN, *staff(150.0))) == 1


def test_an_identity_with_a_part_missing_is_not_judged() -> None:
    assert found(Rule.BROKEN, *parts(225, 196.6, 20.36)[:2]) == []


def test_a_monthly_series_is_late_after_two_months_without_a_figure() -> None:
    one = watched(rates(10, 11, 10, 11))
    assert found(Rule.LATE, one, today=date(2024, 5, 31)) == []
    assert len(found(Rule.LATE, one, today=date(2024, 6, 1))) == 1


def test_a_series_without_a_rhythm_is_never_late() -> None:
    assert found(Rule.LATE, watched(rates(10, 11, 10)), today=date(2026, 1, 1)) == []


def test_of_a_late_series_old_figures_are_no_news() -> None:
    told = findings(watching(watched(rates(*USUAL, 32.0))), NEW, date(2026, 11, 23))
    assert [one.rule for one in told] == [Rule.LATE]


def test_of_few_people_nothing_is_said() -> None:
    few = watched(rates(10, 11, 10, 11, 10, 4))
    assert [one.rule for one in findings(watching(few), NEW, TODAY)] == []
    assert findings(watching(watched(rates(10, 11, 10, 11, 10, 5))), NEW, TODAY)


def test_a_change_from_few_people_is_not_told_either() -> None:
    assert findings(watching(watched(rates(4, 10))), NEW, TODAY) == []
