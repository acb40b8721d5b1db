"""The sentences that findings share."""

from bot.answer.values import Change, Figure
from bot.reply.labels import headline, when
from bot.reply.numbers import printed, share
from bot.reply.trend.words import difference

_MOVED = {"up": "Up", "down": "Down"}


def moved(change: Change) -> str:
    """A change in words with the end it started from: "Up 2 percentage points from 44% (…)"."""
    if change.direction == "same":
        return f"The same as {when(change.start)}"
    size = difference(change.value, change.end.unit)
    return f"{_MOVED[change.direction]} {size} from {with_counts(change.start)}"


def with_counts(figure: Figure) -> str:
    """A figure with its counts and its date: "44% (99.6 of 225, January 2024)"."""
    told = ", ".join(part for part in (share(figure), when(figure)) if part)
    return f"{printed(figure)} ({told})"


def sentence(figure: Figure) -> str:
    """The figure in one sentence."""
    return f"{headline(figure)}."


def name(figure: Figure) -> str:
    """A figure's series in a list: "Agency rate, social workers, All four services (Devon)"."""
    return headline(figure).rpartition(": ")[0]
