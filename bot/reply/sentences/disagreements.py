"""The sentences of another source that says something else of the same thing."""

from collections.abc import Iterator, Sequence

from bot.answer.values import Disagreement, Figure
from bot.reply.labels import when
from bot.reply.numbers import printed, share


def disagreement_sentences(disagreements: Sequence[Disagreement]) -> Iterator[str]:
    """The other figure with its parts and date, and what sets the two apart."""
    for one in disagreements:
        reasons = ", ".join(one.reasons)
        why = f"which is of {reasons}" if reasons else "and the difference is unexplained"
        yield f"The Department for Education's own figure is {_told(one.other)}, {why}."


def _told(figure: Figure) -> str:
    told = ", ".join(part for part in (share(figure), figure.counted, when(figure)) if part)
    return f"{printed(figure)} ({told})"
