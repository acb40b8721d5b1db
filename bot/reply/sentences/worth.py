"""What one person is worth where few are counted."""

from collections.abc import Iterator, Sequence

from bot.answer.values import Figure
from bot.reply.numbers import number


def worth_sentences(figures: Sequence[Figure]) -> Iterator[str]:
    """What one person is worth, for rates on few people."""
    small = [one for one in figures if one.worth_of_one]
    if small:
        most = max(small, key=lambda one: one.worth_of_one or 0.0)
        who = "One full-time person" if most.basis == "fte" else "One person"
        about = "about" if len(figures) == 1 else "up to about"
        yield f"{who} is worth {about} {number(most.worth_of_one or 0.0, 1)} points here."
