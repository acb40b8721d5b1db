"""Schedules as people write and read them: "weekdays at 8", "monthly on the first Monday"."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from zoneinfo import available_timezones

from bot.digest.slots.due import Slot, due
from bot.digest.slots.schedule import Cadence, Schedule

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_NAMES = "|".join(DAYS)
_DAY = rf"(?P<day>{_NAMES})s?"
_AREAS = "Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc"
_WORDS = re.IGNORECASE
_MONTHLY = re.compile(
    rf"\b(monthly|each month|every month)?[,\s]*\b(on )?(the |every |each )?first {_DAY}"
    r"(( of| in)? (the|each|every|a) month)?\b",
    _WORDS,
)
_MONTH = re.compile(r"\b(monthly|every month|each month)\b", _WORDS)
_WEEKDAYS = re.compile(r"\b(on |every |each )?(weekdays?|working days?)\b", _WORDS)
_WEEKLY = re.compile(
    rf"\b(weekly )?(on |every |each ){_DAY}\b|\bweekly( {_DAY.replace('day>', 'named>')})?\b",
    _WORDS,
)
_AT = r"(?P<hour>\d{1,2})([:.](?P<minute>\d{2}))?\s?(?P<half>am|pm)?\b"
_TIME = re.compile(rf"\bat {_AT}(?!\s?(%|per ?cent|points?))", _WORDS)
_ZONE = re.compile(rf"\b(in |on )?(?P<zone>({_AREAS})/[\w/+-]+|UTC|GMT)( time)?(?![\w/])", _WORDS)
_NOON, _HOURS, _MINUTES = 12, 24, 60
_FURTHEST = timedelta(days=62)


class NoScheduleError(ValueError):
    """What was written is no time or day; the message is a sentence for people."""


@dataclass(frozen=True, slots=True)
class Phrased:
    """The schedule a text names, and the text without it; `is_named` says whether it named any."""

    schedule: Schedule
    rest: str
    is_named: bool


def read_schedule(text: str, usual: Schedule) -> Phrased:
    """Take the day, the time and the time zone out of a text; what it leaves open is as usual.

    Raises:
        NoScheduleError: it names a time or a time zone that there is not.
    """
    days, rest = _read_days(text, usual)
    timed, rest = _read_time(rest, days)
    zoned, rest = _read_zone(rest, timed)
    words = " ".join(rest.split()).strip(" ,;")
    return Phrased(zoned, words, words != " ".join(text.split()).strip(" ,;"))


def say_schedule(schedule: Schedule) -> str:
    """A schedule in words: "every Monday at 09:00 (Europe/London)"."""
    day = DAYS[schedule.weekday]
    days = {
        Cadence.WEEKLY: f"every {day}",
        Cadence.WEEKDAYS: "every weekday",
        Cadence.MONTHLY: f"on the first {day} of the month",
    }
    return f"{days[schedule.cadence]} at {schedule.at:%H:%M} ({schedule.zone})"


def next_slot(schedule: Schedule, now: datetime) -> Slot:
    """The first slot after a moment."""
    ahead = now
    while ahead < now + _FURTHEST:
        ahead += timedelta(days=1)
        found = due(schedule, now, ahead)
        if slots := (*found.missed, *filter(None, (found.slot,))):
            return slots[0]
    raise AssertionError("each month has every day of the week")


def zone_named(name: str) -> str | None:
    """The time zone of a name, whatever its capitals; None where there is none."""
    wanted = name.strip().lower()
    return next((one for one in available_timezones() if one.lower() == wanted), None)


def _read_days(text: str, usual: Schedule) -> tuple[Schedule, str]:
    if found := _MONTHLY.search(text):
        monthly = replace(usual, cadence=Cadence.MONTHLY, weekday=_weekday(found["day"]))
        return monthly, _without(text, found)
    if found := _MONTH.search(text):
        return replace(usual, cadence=Cadence.MONTHLY), _without(text, found)
    if found := _WEEKDAYS.search(text):
        return replace(usual, cadence=Cadence.WEEKDAYS), _without(text, found)
    if found := _WEEKLY.search(text):
        day = found["day"] or found["named"]
        weekday = _weekday(day) if day else usual.weekday
        return replace(usual, cadence=Cadence.WEEKLY, weekday=weekday), _without(text, found)
    return usual, text


def _read_time(text: str, schedule: Schedule) -> tuple[Schedule, str]:
    found = _TIME.search(text)
    if found is None:
        return schedule, text
    at = _time(found)
    if at is None:
        said = found[0].removeprefix("at ")
        raise NoScheduleError(f"There is no time “{said}”; write one like “at 8:30”.")
    return replace(schedule, at=at), _without(text, found)


def _read_zone(text: str, schedule: Schedule) -> tuple[Schedule, str]:
    found = _ZONE.search(text)
    if found is None:
        return schedule, text
    zone = zone_named(found["zone"])
    if zone is None:
        unknown = f"No time zone is called {found['zone']}; write one like Europe/London."
        raise NoScheduleError(unknown)
    return replace(schedule, zone=zone), _without(text, found)


def _time(found: "re.Match[str]") -> time | None:
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    half = (found["half"] or "").lower()
    if half and not 1 <= hour <= _NOON:
        return None
    if half:
        hour = hour % _NOON + _NOON * (half == "pm")
    return time(hour, minute) if hour < _HOURS and minute < _MINUTES else None


def _weekday(name: str) -> int:
    return DAYS.index(name.capitalize())


def _without(text: str, found: "re.Match[str]") -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"
