"""Schedules as people write and read them."""

from datetime import UTC, datetime, time

import pytest

from bot.digest.slots import Cadence, Schedule
from bot.digest.slots.phrases import NoScheduleError, next_slot, read_schedule, say_schedule

USUAL = Schedule()
WHAT = "agency rate in Assessment"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "every Monday at 09:00 (Europe/London)"),
        ("weekdays at 8", "every weekday at 08:00 (Europe/London)"),
        ("every working day at 08.15", "every weekday at 08:15 (Europe/London)"),
        ("monthly", "on the first Monday of the month at 09:00 (Europe/London)"),
        ("monthly on the first monday", "on the first Monday of the month at 09:00"),
        ("on the first Tuesday of each month", "on the first Tuesday of the month at 09:00"),
        ("every first friday", "on the first Friday of the month at 09:00"),
        ("on Thursdays at 4:30 pm", "every Thursday at 16:30 (Europe/London)"),
        ("weekly wednesday at 12am", "every Wednesday at 00:00 (Europe/London)"),
        ("weekly", "every Monday at 09:00 (Europe/London)"),
        ("at 17:00 europe/paris", "every Monday at 17:00 (Europe/Paris)"),
        ("at 7 UTC", "every Monday at 07:00 (UTC)"),
    ],
)
def test_when_is_told_from_what(words: str, said: str) -> None:
    phrased = read_schedule(f"{WHAT} {words}", USUAL)
    assert phrased.rest == WHAT
    assert phrased.is_named == bool(words)
    assert say_schedule(phrased.schedule).startswith(said)


@pytest.mark.parametrize(
    "question", ["is agency at 50%", "caseload at 18 per cent", "agency rate in July 2023"]
)
def test_numbers_of_a_question_are_no_times(question: str) -> None:
    assert read_schedule(question, USUAL).rest == question


@pytest.mark.parametrize("words", ["at 24", "at 8:60", "at 13pm", "at 0am"])
def test_a_time_that_is_none_is_refused(words: str) -> None:
    with pytest.raises(NoScheduleError, match="There is no time"):
        read_schedule(f"{WHAT} {words}", USUAL)


def test_a_time_zone_that_is_none_is_refused() -> None:
    with pytest.raises(NoScheduleError, match="No time zone is called Europe/Atlantis"):
        read_schedule(f"{WHAT} at 8 Europe/Atlantis", USUAL)


@pytest.mark.parametrize(
    ("schedule", "first"),
    [
        (Schedule(), "2024-06-17"),
        (Schedule(weekday=1, at=time(11)), "2024-06-11"),
        (Schedule(weekday=1, at=time(9)), "2024-06-18"),
        (Schedule(Cadence.WEEKDAYS), "2024-06-12"),
        (Schedule(Cadence.MONTHLY), "2024-07-01"),
        (Schedule(Cadence.MONTHLY, weekday=1), "2024-07-02"),
    ],
)
def test_the_first_slot_is_the_next_there_is(schedule: Schedule, first: str) -> None:
    assert next_slot(schedule, datetime(2024, 6, 11, 9, 30, tzinfo=UTC)).key == first
