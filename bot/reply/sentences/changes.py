"""The sentences of a change: both ends, what lies between, better or worse."""

from collections.abc import Collection, Iterator, Sequence

from bot.answer.dates import say_held
from bot.answer.values import Change, Figure
from bot.reply.labels import capital, told_apart, when
from bot.reply.numbers import number, points, printed, share

_WORSE_BETTER = {
    ("decrease", "down"): "lower is better here, so this is an improvement",
    ("decrease", "up"): "lower is better here, so this is a worsening",
    ("increase", "up"): "higher is better here, so this is an improvement",
    ("increase", "down"): "higher is better here, so this is a worsening",
}
_TWO = 2
_ENOUGH = 13
"""Points from which a trend may be told from chance (docs/architecture.md)."""


def change_sentences(change: Change, shown: Collection[Figure]) -> Iterator[str]:
    """A change with both ends, what lies between, and what may be said of it.

    What is `shown` already is not said again.
    """
    yield f"{_moved(change)}: {_ends(change)}."
    known = {change.start, change.end, *shown}
    if inside := [one for one in change.between if one not in known]:
        row = ", ".join(f"{say_held(one.period)} {printed(one)}" for one in inside)
        yield f"In between: {row}."
    if words := "; ".join((*_judged(change), *_too_few((change,)))):
        yield f"{capital(words)}."


def change_listing(changes: Sequence[Change]) -> Iterator[str]:
    """Several changes, each in a line with what tells it apart."""
    shared, labels = told_apart([change.end for change in changes])
    yield f"{shared}. How each moved:" if shared else "How each moved:"
    for change, label in zip(changes, labels, strict=True):
        moved = _moved(change)
        what = f"{label}: {moved[:1].lower()}{moved[1:]}" if label else moved
        yield f"• {'; '.join((f'{what}, {_ends(change)}', *_judged(change)))}"
    yield from (f"{capital(words)}." for words in _too_few(changes))


def _moved(change: Change) -> str:
    """The change in words: "Down 7 percentage points", "Down 12.6 FTE (11.1%)"."""
    if change.direction == "same":
        return "No change"
    word = {"up": "Up", "down": "Down"}[change.direction]
    if change.unit == "percentage points":
        return f"{word} {points(change.value)}"
    relative = f" ({number(abs(change.relative), 1)}%)" if change.relative is not None else ""
    return f"{word} {number(abs(change.value))} {change.unit}{relative}"


def _ends(change: Change) -> str:
    return f"{_end(change.start)} to {_end(change.end)}"


def _end(figure: Figure) -> str:
    """One end of a change: "52% (113.6 of 218, July 2023)"."""
    told = ", ".join(part for part in (share(figure), when(figure)) if part)
    return f"{printed(figure)} ({told})"


def _judged(change: Change) -> Iterator[str]:
    """Better or worse, only where the metric has a direction and both ends are made alike."""
    better = _WORSE_BETTER.get((change.end.direction, change.direction))
    if better and change.is_like_for_like:
        yield better


def _too_few(changes: Sequence[Change]) -> Iterator[str]:
    """Never a trend on few points."""
    most = max(len(change.between) for change in changes)
    if _TWO < most < _ENOUGH:
        yield f"{most} points are too few to tell a trend from chance"
