"""The sentences of a place among councils, and of those that a ranking leaves out."""

from collections.abc import Iterator, Sequence

from bot.answer.values import Apart, Figure, Standing
from bot.reply.labels import capital
from bot.reply.numbers import number, ordinal, unit_of

_QUARTERS = {1: "lowest", 2: "second lowest", 3: "second highest", 4: "highest"}
_MOST_NAMED = 4
_BETTER = {"decrease": "; lower is better", "increase": "; higher is better"}


def standing_sentences(standings: Sequence[Standing]) -> Iterator[str]:
    """Rank with direction and number, quarter and median, and who is not ranked."""
    for one in standings:
        end = "lowest" if one.lowest else "highest"
        place = end if one.rank == 1 else f"{ordinal(one.rank)} {end}"
        better = _BETTER.get(one.figure.direction, "")
        yield f"{capital(place)} of {one.of} councils with a figure to rank{better}."
        lower, median, upper = (_amount(bound, one.figure) for bound in one.bounds)
        yield (
            f"That is in the {_QUARTERS[one.quartile]} quarter: half of them lie between {lower} "
            f"and {upper}, the median is {median}."
        )
        yield from apart_sentences(one.apart)


def apart_sentences(apart: Apart | None) -> Iterator[str]:
    """The councils that are not ranked, each group with the reason."""
    if apart is None:
        return
    if apart.low:
        yield f"Above zero, but too low to print: {_names(apart.low)}."
    if apart.missing:
        yield f"Without a figure: {_names(apart.missing)}."
    if apart.tiny:
        yield f"Not ranked, for a rate on fewer than five people says little: {_names(apart.tiny)}."


def _names(figures: Sequence[Figure]) -> str:
    named = [one.organisation.short or one.organisation.name for one in figures[:_MOST_NAMED]]
    more = len(figures) - len(named)
    rest = f" and {more} more" if more else ""
    return f"{', '.join(named)}{rest}"


def _amount(value: float, figure: Figure) -> str:
    return f"{number(value)}{unit_of(figure.unit, value)}"
