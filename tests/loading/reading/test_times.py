"""When a figure is of: as text, as Excel's numbers, and in which order day and month stand."""

from datetime import date
from pathlib import Path

import pytest

from bot.loading.statements import Reading
from tests.loading.reading.conftest import Read
from tests.loading.workbooks import workbook

KEYS = {
    "Mar-24": "2024-03",
    "March 2024": "2024-03",
    "2024-03": "2024-03",
    "2024-03-31": "2024-03-31",
    "31 March 2024": "2024-03-31",
    "31/03/2024": "2024-03-31",
    "31.03.24": "2024-03-31",
    "45382": "2024-03-31",
    "Q2 2023/24": "2023-07..2023-09",
    "2023/24": "2023/24",
    "2023": "2023",
}


def of(read: Read, *dates: str, **answers: str) -> Reading:
    rows = [f"Assessment,Social workers,{one},{number}" for number, one in enumerate(dates, 1)]
    return read("Team,Role,Date,Agency FTE", *rows, **answers)


def keys(reading: Reading) -> list[str]:
    return [one.when.key for one in reading.statements]


@pytest.mark.parametrize("text", KEYS)
def test_times_are_read_as_people_write_them(read: Read, text: str) -> None:
    reading = of(read, text)
    assert (keys(reading), reading.refused) == ([KEYS[text]], [])


@pytest.mark.parametrize("text", ["soon", "31/02/2024", "March", "last month", "2024-13-01"])
def test_a_time_that_is_none_for_certain_is_refused(read: Read, text: str) -> None:
    reading = of(read, text)
    assert keys(reading) == []
    assert [one.text for one in reading.refused] == [text]


def test_american_order_is_asked_even_where_it_is_certain(read: Read) -> None:
    dates = ("03/31/2024", "04/30/2024")
    assert [one.key for one in of(read, *dates).doubts] == ["dates"]
    assert keys(of(read, *dates, dates="month first")) == ["2024-03-31", "2024-04-30"]


def test_dates_that_may_be_read_both_ways_are_asked_about(read: Read) -> None:
    assert [one.key for one in of(read, "03/04/2024").doubts] == ["dates"]
    assert keys(of(read, "03/04/2024", dates="day first")) == ["2024-04-03"]
    assert keys(of(read, "03/04/2024", dates="month first")) == ["2024-03-04"]


def test_one_date_with_a_day_beyond_twelve_tells_the_order_of_all(read: Read) -> None:
    reading = of(read, "03/04/2024", "31/03/2024")
    assert (keys(reading), reading.doubts) == (["2024-04-03", "2024-03-31"], ())


def test_firsts_of_months_are_asked_about(read: Read) -> None:
    dates = ("01/04/2024", "01/05/2024")
    asked = of(read, *dates, dates="day first")
    assert [one.key for one in asked.doubts] == ["firsts"]
    assert keys(of(read, *dates, dates="day first", firsts="months")) == ["2024-04", "2024-05"]
    assert keys(of(read, *dates, dates="day first", firsts="days")) == ["2024-04-01", "2024-05-01"]


def test_dates_of_a_workbook_are_days_or_months_as_they_are_shown(
    read: Read, tmp_path: Path
) -> None:
    rows = [
        ["Team", "Role", "Date", "Agency FTE"],
        ["Assessment", "Social workers", (date(2024, 3, 1), "month"), 27],
        ["Assessment", "Social workers", date(2024, 3, 31), 28],
    ]
    reading = read(workbook(tmp_path / "figures.xlsx", {"One": rows}))
    assert keys(reading) == ["2024-03", "2024-03-31"]
