"""When a digest is wanted: a day, a time and a time zone, checked when made."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

LONDON = "Europe/London"
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SATURDAY = 5
_WEEK = 7


class Cadence(StrEnum):
    """How often: every week, every weekday, or the first such day of a month."""

    WEEKLY = "weekly"
    WEEKDAYS = "weekdays"
    MONTHLY = "monthly"


@dataclass(frozen=True, slots=True)
class Schedule:
    """A time of day in a time zone, on some days; `weekday` 0 is Monday."""

    cadence: Cadence = Cadence.WEEKLY
    weekday: int = 0
    at: time = time(9)
    zone: str = LONDON

    def __post_init__(self) -> None:
        """Refuse what is no weekday, and a time zone that nobody knows.

        Raises:
            ValueError: either.
        """
        if not 0 <= self.weekday < _WEEK:
            raise ValueError(f"a week has no day {self.weekday}")
        try:
            ZoneInfo(self.zone)
        except (OSError, ValueError, LookupError):
            raise ValueError(f"no time zone is called {self.zone}") from None

    def falls_on(self, day: date) -> bool:
        """Whether a digest is wanted on a day."""
        if self.cadence is Cadence.WEEKDAYS:
            return day.weekday() < _SATURDAY
        if day.weekday() != self.weekday:
            return False
        return self.cadence is Cadence.WEEKLY or day.day <= _WEEK

    def __str__(self) -> str:
        return f"{self.cadence} {_DAYS[self.weekday]} {self.at:%H:%M} {self.zone}"


@lru_cache(maxsize=1_000)
def schedule_of(text: str) -> Schedule:
    """Read what a schedule says of itself: "weekly mon 09:00 Europe/London".

    Raises:
        ValueError: the text is no schedule.
    """
    try:
        cadence, day, at, zone = text.split(" ")
        weekday = _DAYS.index(day)
        return Schedule(Cadence(cadence), weekday, time.fromisoformat(at), zone)
    except ValueError as error:
        raise ValueError(f"{text!r} is no schedule: {error}") from None
