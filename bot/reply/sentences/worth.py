"""What one person is worth where few are counted, and how certain figures are."""

from collections.abc import Iterator, Sequence

from bot.answer.values import Certainty, Figure
from bot.reply.numbers import number, printed


def worth_sentences(figures: Sequence[Figure]) -> Iterator[str]:
    """What one person is worth, for rates on few people."""
    small = [one for one in figures if one.worth_of_one]
    if small:
        most = max(small, key=lambda one: one.worth_of_one or 0.0)
        who = "One full-time person" if most.basis == "fte" else "One person"
        about = "about" if len(figures) == 1 else "up to about"
        yield f"{who} is worth {about} {number(most.worth_of_one or 0.0, 1)} points here."


def certainty_sentences(certainties: Sequence[Certainty]) -> Iterator[str]:
    """The interval of each figure; figures without one for the same reason are told together."""
    for one in certainties:
        if one.interval:
            yield _interval(one, *one.interval)
    reasons = dict.fromkeys(one.reason for one in certainties if one.reason)
    for reason in reasons:
        told = [f"the {printed(one.figure)}" for one in certainties if one.reason == reason]
        yield f"No interval for {' or '.join(dict.fromkeys(told))}: {reason}."
    if any(one.interval for one in certainties):
        yield "That is of chance alone: all were counted, so there is no sampling error."


def _interval(one: Certainty, lower: float, upper: float) -> str:
    figure = one.figure
    of = f"{number(figure.numerator or 0)} of {number(figure.denominator or 0)} people"
    return (
        f"The {printed(figure)} ({of}) has the 95% interval {number(lower, 1)}% to "
        f"{number(upper, 1)}%, by Wilson."
    )
