"""An answer as it was given, with its figures then and now."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from bot.answer.dates import say_day
from bot.answer.held.facts import Facts
from bot.answer.values import Figure
from bot.corrections.comparing import is_loaded
from bot.corrections.figures import held
from bot.corrections.words import told
from db.corrections import Given
from db.delivery import Kept


def as_given(kept: Kept) -> tuple[str, ...]:
    """The question, if there was one, and what was answered, word for word."""
    day = say_day(datetime.fromtimestamp(kept.asked_at, UTC).date())
    asked = f"Asked on {day}: “{kept.question}”" if kept.question else f"Sent on {day}:"
    return (asked, *kept.reply.splitlines())


def then_and_now(given: Sequence[Given], facts: Facts) -> Iterator[str]:
    """A line for each figure of an answer: as it was given, and as it is held now."""
    now = held({one.about for one in given}, facts)
    for one in given:
        yield f"{one.label}: {_then_and_now(one, now.get(one.about, ()))}"


def _then_and_now(one: Given, now: Sequence[Figure]) -> str:
    if not now:
        return f"{one.said} then, withdrawn since"
    others = [figure for figure in now if figure.value != one.value]
    if len(others) == len(now):
        return f"{one.said} then, {told(now)} now"
    if loaded := [figure for figure in others if is_loaded(figure)]:
        return f"{one.said} then and now, beside {told(loaded)}"
    return f"{one.said} then and now"
