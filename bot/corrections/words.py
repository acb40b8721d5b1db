"""How people are told that a figure has changed."""

from collections.abc import Iterable
from datetime import UTC, datetime

from bot.answer.dates import say_day
from bot.answer.values import Figure
from bot.corrections.comparing import Changed, How, is_loaded
from bot.reply.labels import amount
from bot.reply.lines import Lines


def lines_of(changes: Iterable[Changed]) -> Lines:
    """What a place is told: for each figure what was said there and what has become of it."""
    return Lines(tuple(sentence(one) for one in changes))


def sentence(one: Changed) -> str:
    """What was said of one figure, when, and what has become of it."""
    label, day = one.known.label, say_day(datetime.fromtimestamp(one.known.at, UTC).date())
    if one.how is How.RESTORED:
        return f"{label} was withdrawn on {day}. It is held again: {told(one.now)}."
    known = " and ".join(one.known.values.values())
    return f"On {day} you were told {known} ({label}). {_since(one)}"


def _since(one: Changed) -> str:
    if one.how is How.WITHDRAWN:
        return "The figure has since been withdrawn."
    if one.how is How.PARTLY_WITHDRAWN:
        gone = [said for value, said in one.known.values.items() if value not in one.values]
        left = told(one.now)
        return f"{' and '.join(gone)} has since been withdrawn; what is held is {left}."
    beside = "; what was published stands beside it" if one.how is How.CONTRADICTED else ""
    return f"The figure has since been corrected to {told(one.now)}{beside}."


def told(figures: Iterable[Figure]) -> str:
    """Figures with where each comes from."""
    return " and ".join(dict.fromkeys(f"{amount(one)} ({source(one)})" for one in figures))


def source(figure: Figure) -> str:
    """Where a figure comes from: the file that was loaded, or the document."""
    where = figure.source
    return f"file {where.section}" if is_loaded(figure) else where.document
