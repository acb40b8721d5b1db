"""Periods as people ask for them: frozen values that hold what was said, not yet a date.

"July" stays a month without a year until somebody knows today's date and what is held
(`bot.query.calendar`), so the same query can be asked again next week.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, TypeAlias

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2099
MOST: Final = 999  # nobody counts further back in days, months or years


def _written(year: int | None) -> None:
    """Refuse a year that does not begin 19 or 20: in a question it would be another number."""
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"{year} is not a year between {FIRST_YEAR} and {LAST_YEAR}")


def _counted(count: int) -> None:
    """Refuse a number of units that nobody would say."""
    if not 1 <= count <= MOST:
        raise ValueError(f"periods are counted from 1 to {MOST}, not {count}")


class Unit(StrEnum):
    """A length of calendar time."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    FINANCIAL_YEAR = "financial year"
    CENSUS_YEAR = "census year"
    YEAR = "year"


YEARS: Final = frozenset({Unit.YEAR, Unit.FINANCIAL_YEAR, Unit.CENSUS_YEAR})


@dataclass(frozen=True, slots=True)
class Day:
    """One day: "31 March 2024", "31/03/2024"; without a year the latest such day."""

    day: int
    month: int
    year: int | None = None

    def __post_init__(self) -> None:
        """Refuse a day that no calendar has."""
        _written(self.year)
        date(self.year or 2024, self.month, self.day)  # 2024 is a leap year


@dataclass(frozen=True, slots=True)
class Month:
    """One month: "Jul 23", "July 2023"; without a year ("July") the latest such month."""

    month: int
    year: int | None = None

    def __post_init__(self) -> None:
        """Refuse a month that no calendar has."""
        _written(self.year)
        date(self.year or 2024, self.month, 1)


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of a council's financial year: Q2 2023/24 is July to September 2023.

    `year` is the calendar year in which the financial year starts; None is the latest.
    """

    quarter: int
    year: int | None = None

    def __post_init__(self) -> None:
        """Refuse a fifth quarter."""
        if not 1 <= self.quarter <= 4:  # noqa: PLR2004 - a year has four
            raise ValueError(f"a year has no quarter {self.quarter}")
        _written(self.year)


@dataclass(frozen=True, slots=True)
class FinancialYear:
    """April to March: 2022/23 starts in April 2022, `year` is 2022."""

    year: int

    def __post_init__(self) -> None:
        """Refuse a year of another century than ours and the last."""
        _written(self.year)


@dataclass(frozen=True, slots=True)
class Year:
    """A year named by one number: "2018".

    Published statistics name a census year (October to September) or its last day, 30 September,
    in the same way, so what it covers is settled by what is held.
    """

    year: int

    def __post_init__(self) -> None:
        """Refuse a year of another century than ours and the last."""
        _written(self.year)


@dataclass(frozen=True, slots=True)
class CensusYear:
    """1 October to 30 September, named by the year in which it ends: "census year 2018"."""

    year: int

    def __post_init__(self) -> None:
        """Refuse a year of another century than ours and the last."""
        _written(self.year)


@dataclass(frozen=True, slots=True)
class YearEnding:
    """The twelve months that end with a month: "year to Sept 23", "year ending March 2024"."""

    month: int
    year: int | None = None

    def __post_init__(self) -> None:
        """Refuse a month that no calendar has."""
        _written(self.year)
        date(self.year or 2024, self.month, 1)


@dataclass(frozen=True, slots=True)
class YearToDate:
    """The "year to date", "YTD": where it starts is the source's to say, not ours."""


@dataclass(frozen=True, slots=True)
class Latest:
    """What is "now", "current", "latest", "at the moment"."""


@dataclass(frozen=True, slots=True)
class Undated:
    """A figure that its source gives no date: a standing target, a rule."""


@dataclass(frozen=True, slots=True)
class This:
    """The unit of time that contains today: "this month", "this financial year"."""

    unit: Unit


@dataclass(frozen=True, slots=True)
class Previous:
    """The `back`-th whole unit before the present one: "last month" is 1, "last quarter" is 1."""

    unit: Unit
    back: int = 1

    def __post_init__(self) -> None:
        """Refuse a count below one."""
        _counted(self.back)


@dataclass(frozen=True, slots=True)
class Ago:
    """The unit of time that lies `count` units before today: "a year ago", "3 months ago".

    For years the same month is meant, so a year is twelve months.
    """

    unit: Unit
    count: int = 1

    def __post_init__(self) -> None:
        """Refuse a count below one."""
        _counted(self.count)


@dataclass(frozen=True, slots=True)
class Past:
    """The last `count` units up to today: "past 6 months", "last 12 months"."""

    unit: Unit
    count: int

    def __post_init__(self) -> None:
        """Refuse a count below one."""
        _counted(self.count)


@dataclass(frozen=True, slots=True)
class Within:
    """A part of a year that is known by where it lies: "July last year", "Q2 this year".

    `part` bears no year of its own; `year` is This or Previous of a kind of year.
    """

    part: Day | Month | Quarter
    year: This | Previous

    def __post_init__(self) -> None:
        """Refuse a part that has its year already, and a whole that is shorter than a year."""
        if self.part.year is not None or self.year.unit not in YEARS:
            raise ValueError(f"{self.part} cannot lie in {self.year}")


@dataclass(frozen=True, slots=True)
class Future:
    """A time that has not come: "next March", "next year".

    Nothing is held of it, so no more than this is kept. Whether a dated one ("by 2027") has
    come depends on today: `bot.query.calendar.lies_ahead` tells.
    """


@dataclass(frozen=True, slots=True)
class Event:
    """A moment known by name: "the learning academy launched"; the key is the catalogue's."""

    key: str


Point: TypeAlias = (
    Day
    | Month
    | Quarter
    | FinancialYear
    | Year
    | CensusYear
    | YearEnding
    | YearToDate
    | Latest
    | This
    | Previous
    | Ago
    | Within
    | Event
)


@dataclass(frozen=True, slots=True)
class Span:
    """From one moment to another, both included: "Jul 23 to Mar 24", "between May and June 2023".

    Where only the second has a year, the grammar has given it to the first ("Jan to Sept 22").
    """

    start: Point
    end: Point


@dataclass(frozen=True, slots=True)
class Since:
    """From a moment until the latest figure held: "since July", "from May 2023 on".

    A figure may itself cover some months: "since May/June 2023".
    """

    start: Point | Span


@dataclass(frozen=True, slots=True)
class Until:
    """All that is held up to a moment: "up to March 2024", "before 2023"."""

    end: Point


Period: TypeAlias = Point | Span | Since | Until | Past | Undated | Future
