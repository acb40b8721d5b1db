"""How old a benchmark is beside the figure held against it, and when the next one is due."""

from datetime import date

from bot.answer.values import Age, Figure

_DFE = "dfe"
"""The formula of the Department for Education's census of social workers on 30 September."""
_RELEASED_IN = 3
"""The month in which a census comes out, in the year after it (docs/imports.md)."""


def age_of(benchmark: Figure, figure: Figure, today: date, *, newest: bool) -> Age | None:
    """The age in whole months; None where both are of one time, or either has no date.

    When the next is due is told of the `newest` benchmark that is held.
    """
    then, now = benchmark.period.end, figure.period.end
    if then is None or now is None:
        return None
    months = 12 * (now.year - then.year) + now.month - then.month
    if months == 0:
        return None
    if months < 0 or benchmark.formula != _DFE or not newest:
        return Age(months)
    due = date(then.year + 2, _RELEASED_IN, 1)
    return Age(months, due, overdue=(today.year, today.month) > (due.year, due.month))
