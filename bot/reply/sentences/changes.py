"""The sentences of a change: both ends, what lies between, better or worse."""

from collections.abc import Collection, Iterator, Sequence

from bot.answer.dates import say_held
from bot.answer.values import Change, Figure
from bot.reply.labels import capital, told_apart, when
from bot.reply.numbers import number, points, printed, share, unit_of
from bot.reply.sentences.shapes import shape_sentences
from bot.reply.trend import text_of
from bot.statistics.xmr import Verdict

_WORSE_BETTER = {
    ("decrease", "down"): "lower is better here, so that is better",
    ("decrease", "up"): "lower is better here, so that is worse",
    ("increase", "up"): "higher is better here, so that is better",
    ("increase", "down"): "higher is better here, so that is worse",
}
_TWO = 2
_ENOUGH = 13
"""Points from which more may be told than chance (docs/statistics.md)."""


def change_sentences(change: Change, shown: Collection[Figure]) -> Iterator[str]:
    """A change with both ends, what lies between, and what may be said of it.

    What is `shown` already is not said again.
    """
    yield f"{_moved(change)}: {_ends(change)}."
    known = {change.start, change.end, *shown}
    if inside := [one for one in change.between if one not in known]:
        row = ", ".join(f"{say_held(one.period)} {printed(one)}" for one in inside)
        yield f"In between: {row}."
    yield from shape_sentences(change)
    if words := "; ".join((*_judged(change), *_too_few((change,)))):
        yield f"{capital(words)}."
    if change.trend and change.trend.judgement.latest.verdict is Verdict.TOO_FEW_POINTS:
        yield "Too few events to chart: on average fewer than two at a time."
    elif change.trend:
        yield text_of(change.trend.chart, change.trend.judgement, change.end.unit)


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
    size = abs(change.value)
    return f"{word} {number(size)}{unit_of(change.unit, size)}{relative}"


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
    """Under thirteen points nothing but their numbers."""
    most = max(0 if change.trend else len(change.between) for change in changes)
    if _TWO < most < _ENOUGH:
        yield f"{most} points are too few to tell a real change from chance"
