"""Dates as people write them."""

from datetime import date

from bot.answer.values import HeldPeriod

MONTHS = (
    "January February March April May June July August September October November December"
).split()


def say_day(day: date) -> str:
    """ "31 March 2024"."""
    return f"{day.day} {say_month(day)}"


def say_month(day: date) -> str:
    """ "March 2024"."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def say_held(period: HeldPeriod) -> str:
    """The period of a figure: "31 March 2024", "July 2023", "2022/23", "year to 30 September 2018".

    What has no date is said in its source's words.
    """
    if period.end is None:
        return period.label or "undated"
    match period.type:
        case "day":
            return say_day(period.end)
        case "month":
            return say_month(period.end)
        case "financial_year":
            return period.key
        case "year":
            return str(period.end.year)
        case "census_year":
            return f"year to {say_day(period.end)}"
        case _:
            return _stretch(period)


def _stretch(period: HeldPeriod) -> str:
    start, end = period.start, period.end
    assert end
    if start is None:
        return f"up to {say_month(end)}"
    first = MONTHS[start.month - 1] if start.year == end.year else say_month(start)
    joint = "and" if period.type == "each_month" else "to"
    span = f"{first} {joint} {say_month(end)}"
    return f"year to date, {span}" if period.type == "year_to_date" else span
