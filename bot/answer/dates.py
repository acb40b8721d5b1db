"""Dates as people write them."""

from datetime import date

from bot.answer.values import HeldPeriod

MONTHS = (
    "January February March April May June July August September October November December"
).split()


def say_day(day: date) -> str:
    """Give a day in full: "31 March 2024"."""
    return f"{day.day} {say_month(day)}"


def say_month(day: date) -> str:
    """Give the month of a day: "March 2024"."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def say_held(period: HeldPeriod) -> str:
    """The period of a figure: "31 March 2024", "July 2023", "2022/23", "year to 30 September".

    What has no date is said in its source's words.
    """
    if period.end is None:
        return period.label or "undated"
    if period.type == "financial_year":
        return period.key
    words = {"day": say_day, "month": say_month, "year": _year, "census_year": _census_year}
    if period.type in words:
        return words[period.type](period.end)
    return _stretch(period, period.end)


def _year(day: date) -> str:
    return str(day.year)


def _census_year(day: date) -> str:
    return f"year to {say_day(day)}"


def _stretch(period: HeldPeriod, end: date) -> str:
    start = period.start
    if start is None:
        return f"up to {say_month(end)}"
    first = MONTHS[start.month - 1] if start.year == end.year else say_month(start)
    joint = "and" if period.type == "each_month" else "to"
    span = f"{first} {joint} {say_month(end)}"
    return f"year to date, {span}" if period.type == "year_to_date" else span
