from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.digest.slots import GRACE, PROMPT, Cadence, Due, Schedule, due, schedule_of

LONDON = ZoneInfo("Europe/London")
MONDAYS = Schedule()
AT_NINE = datetime(2026, 11, 23, 9, tzinfo=LONDON)
A_WEEK = timedelta(weeks=1)
A_MINUTE = timedelta(minutes=1)


def keys(found: Due) -> list[str]:
    return [slot.key for slot in found.missed]


def test_a_slot_is_due_from_its_minute_on() -> None:
    assert due(MONDAYS, AT_NINE - A_WEEK, AT_NINE - A_MINUTE) == Due()
    found = due(MONDAYS, AT_NINE - A_WEEK, AT_NINE)
    assert found.slot
    assert (found.slot.key, found.slot.at) == ("2026-11-23", AT_NINE)
    assert not found.late


def test_a_slot_that_was_settled_is_due_no_more() -> None:
    assert due(MONDAYS, AT_NINE, AT_NINE + A_MINUTE) == Due()


def test_a_new_follow_is_told_nothing_of_before_it_began() -> None:
    assert due(MONDAYS, AT_NINE + A_MINUTE, AT_NINE + 2 * A_MINUTE) == Due()


def test_a_slot_missed_by_less_than_six_hours_is_sent_late() -> None:
    on_time = due(MONDAYS, AT_NINE - A_WEEK, AT_NINE + PROMPT - A_MINUTE)
    late = due(MONDAYS, AT_NINE - A_WEEK, AT_NINE + GRACE - A_MINUTE)
    assert on_time.slot
    assert not on_time.late
    assert late.slot
    assert late.late


def test_a_slot_missed_by_six_hours_is_skipped_and_told() -> None:
    found = due(MONDAYS, AT_NINE - A_WEEK, AT_NINE + GRACE)
    assert (found.slot, keys(found)) == (None, ["2026-11-23"])


def test_after_two_weeks_away_the_newest_is_sent_and_the_one_before_is_missed() -> None:
    found = due(MONDAYS, AT_NINE - 2 * A_WEEK, AT_NINE)
    assert found.slot
    assert found.slot.key == "2026-11-23"
    assert keys(found) == ["2026-11-16"]


def test_what_lies_more_than_five_weeks_back_is_forgotten() -> None:
    assert len(due(MONDAYS, AT_NINE - 300 * A_WEEK, AT_NINE).missed) == 5


def test_weekdays_have_five_slots_a_week() -> None:
    found = due(Schedule(Cadence.WEEKDAYS), AT_NINE - A_WEEK, AT_NINE)
    assert keys(found) == ["2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20"]


def test_a_month_has_one_first_monday() -> None:
    monthly = Schedule(Cadence.MONTHLY)
    found = due(monthly, datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 12, 6, tzinfo=UTC))
    assert keys(found) == ["2026-11-02"]


def test_the_first_monday_may_be_the_seventh() -> None:
    monthly = Schedule(Cadence.MONTHLY)
    found = due(monthly, datetime(2026, 12, 1, tzinfo=UTC), datetime(2026, 12, 31, tzinfo=UTC))
    assert keys(found) == ["2026-12-07"]


def test_a_time_that_the_clocks_leave_out_comes_an_hour_later_that_day() -> None:
    sundays = Schedule(weekday=6, at=time(1, 30))
    just_before = datetime(2026, 3, 29, 0, 59, tzinfo=UTC)
    assert due(sundays, just_before - timedelta(days=1), just_before) == Due()
    found = due(sundays, just_before, datetime(2026, 3, 29, 1, 30, tzinfo=UTC))
    assert found.slot
    assert found.slot.at.astimezone(LONDON).time() == time(2, 30)


def test_a_time_that_comes_twice_is_due_the_first_time_only() -> None:
    sundays = Schedule(weekday=6, at=time(1, 30))
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    found = due(sundays, first - A_WEEK, first)
    assert found.slot
    assert found.slot.at == first
    assert due(sundays, first, first + timedelta(hours=1)) == Due()


def test_nine_stays_nine_when_the_clocks_change() -> None:
    for day in ((2026, 3, 30), (2026, 10, 26)):
        nine = datetime(*day, 9, tzinfo=LONDON)
        found = due(MONDAYS, nine - timedelta(days=2), nine)
        assert found.slot
        assert found.slot.at == nine


@pytest.mark.parametrize(
    "schedule", [Schedule(), Schedule(Cadence.WEEKDAYS, at=time(7, 45)), Schedule(zone="UTC")]
)
def test_a_schedule_says_itself(schedule: Schedule) -> None:
    assert schedule_of(str(schedule)) == schedule


@pytest.mark.parametrize(
    "text",
    [
        "",
        "weekly",
        "weekly mon 25:00 Europe/London",
        "weekly mon 09:00 Europe/Londn",
        "weekly mon 09:00 ../../etc/passwd",
        "daily mon 09:00 UTC",
        "weekly noday 09:00 UTC",
    ],
)
def test_what_is_no_schedule_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no schedule"):
        schedule_of(text)


def test_a_week_has_seven_days() -> None:
    with pytest.raises(ValueError, match="no day 7"):
        Schedule(weekday=7)
