"""The sentences of a row of figures: where it moved most, its extremes, and what it divides by."""

from collections.abc import Iterator

from bot.answer.dates import say_held
from bot.answer.values import BUDGET, Change, Figure
from bot.answer.values.shape import Shape, shape_of
from bot.reply.numbers import number, points, printed, unit_of

_MOST_NAMED = 3


def shape_sentences(change: Change) -> Iterator[str]:
    """What the two ends do not tell."""
    if shape := shape_of(change.between):
        yield _largest(shape)
        yield (
            f"Highest {_at(shape.highest)}, lowest {_at(shape.lowest)}{_same(shape, change.end)}."
        )
    yield from _parts(change)


def _largest(shape: Shape) -> str:
    step = Change(shape.before, shape.after)
    amount = points(step.value) if step.unit == "percentage points" else _in(step)
    way = "up" if step.value > 0 else "down"
    between = f"{say_held(shape.before.period)} to {say_held(shape.after.period)}"
    return f"The largest step was {amount} {way}, {between}."


def _in(step: Change) -> str:
    size = abs(step.value)
    return f"{number(size)}{unit_of(step.unit, size)}"


def _at(figure: Figure) -> str:
    return f"{printed(figure)} ({say_held(figure.period)})"


def _same(shape: Shape, end: Figure) -> str:
    """Earlier points at which it stood where it stands now."""
    if not shape.same:
        return ""
    named = ", ".join(say_held(one.period) for one in shape.same[:_MOST_NAMED])
    more = f" and {len(shape.same) - _MOST_NAMED} more" if len(shape.same) > _MOST_NAMED else ""
    return f"; {printed(end)} also in {named}{more}"


def _parts(change: Change) -> Iterator[str]:
    """The rate on the earlier budget, where that moved too."""
    start, end = change.start, change.end
    if not start.formula == end.formula == BUDGET or end.numerator is None:
        return
    then, now = start.denominator, end.denominator
    if not then or not now or then == now:
        return
    yield (
        f"The budget it divides by moved from {number(then)} to {number(now)}: "
        f"{number(end.numerator)} of {number(then)} would be "
        f"{number(100 * end.numerator / then, 1)}%."
    )
