"""How far it is to a target and how long there is, in numbers alone."""

from collections.abc import Iterator, Sequence

from bot.answer.dates import say_held
from bot.answer.values import Figure, Pace
from bot.reply.numbers import count, decimals, number, printed, unit_of


def pace_sentences(paces: Sequence[Pace]) -> Iterator[str]:
    """What is left to each target, and for how long: one sentence each, then the time left now."""
    for pace in paces:
        yield f"{_stands(pace)}: {_left(pace)}."
    if paces:
        yield _time(paces[-1])


def _stands(pace: Pace) -> str:
    """The target, and the figure: "Target 92% by 2023. February 2021: 87.2% (87.22 of 100 …)"."""
    target = pace.target
    goal = f"Target {printed(target)} by {say_held(target.period)}"
    if isinstance(pace.now, Figure):
        return f"{goal}. {say_held(pace.of.period)}: {printed(pace.now)}"
    made = pace.now
    divided_by = made.formula_words.partition("÷")[2].strip()
    parts = f"{number(made.numerator)} of {number(made.denominator)} {divided_by}"
    worked_out = f"{made.value:.1f}% ({parts}; worked out here from published parts)"
    return f"{goal}. {say_held(pace.of.period)}: {worked_out}"


def _left(pace: Pace) -> str:
    places = max(decimals(pace.target), 1)
    unit = " points" if pace.target.unit == "%" else unit_of(pace.target.unit, pace.left)
    size = f"{number(abs(pace.left), places)}{unit}"
    if pace.is_reached:
        return (
            "it is reached"
            if not round(pace.left, places)
            else f"it is reached, with {size} to spare"
        )
    if pace.months <= 0:
        return f"{size} to go when its time was over"
    each = number(abs(pace.left) / pace.months, places + 1)
    return f"{size} to go and {_months(pace.months)} left then, {each}{unit} a month"


def _time(pace: Pace) -> str:
    newest = f"the newest figure held is of {say_held(pace.of.period)}"
    if pace.months_now < 0:
        return f"That time is over; {newest}."
    return f"{_months(pace.months_now).capitalize()} are left today; {newest}."


def _months(months: int) -> str:
    return f"{count(months).lower()} month{'' if months == 1 else 's'}"
