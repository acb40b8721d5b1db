"""What another source says of the same thing, and why it says something else."""

from collections.abc import Iterator, Sequence

from bot.answer.held.facts import Facts
from bot.answer.values import Disagreement, Figure, Reasons

_MOST = 2
"""Figures told with what others say of them; more would drown the answer."""
_YEAR = 366
"""Releases further off in time say nothing of a figure."""


def disagreements(figures: Sequence[Figure], facts: Facts) -> tuple[Disagreement, ...]:
    """What has been released of a council beside what its own papers say, where they differ."""
    if len(figures) > _MOST:
        return ()
    found = (_released(one, facts) for one in figures if _is_whole(one, facts))
    return tuple(one for one in found if one)


def _is_whole(figure: Figure, facts: Facts) -> bool:
    """Whether a figure of a paper is of a council, or of services it sums over."""
    if figure.edition or figure.kind != "actual":
        return False
    return figure.team is None or bool(facts.directory.teams[figure.team.key].covers)


def _released(figure: Figure, facts: Facts) -> Disagreement | None:
    """The release nearest in time."""
    near = [one for one in _of_council(figure, facts) if _days(one, figure) <= _YEAR]
    other = min(near, key=lambda one: (_days(one, figure), one.period.key), default=None)
    if other is None or other.value == figure.value:
        return None
    return Disagreement(figure, other, tuple(_reasons(figure, other)))


def _of_council(figure: Figure, facts: Facts) -> Iterator[Figure]:
    series = [
        one
        for one in facts.series([figure.metric.key])
        if one.organisation == figure.organisation.key
        and one.kind == "actual"
        and not one.team
        and one.unit == figure.unit
    ]
    for some in facts.figures(series).values():
        yield from (one for one in some if one.edition and one.value is not None)


def _days(one: Figure, other: Figure) -> int:
    if one.period.end is None or other.period.end is None:
        return _YEAR + 1
    return abs((one.period.end - other.period.end).days)


def _reasons(figure: Figure, other: Figure) -> Iterator[Reasons]:
    """What sets the two apart; where nothing does, the difference is unexplained."""
    if figure.period.key != other.period.key:
        yield Reasons.DATE
    if figure.formula != other.formula:
        yield Reasons.FORMULA
    if figure.team is not None:
        yield Reasons.SCOPE
    if figure.role_group.key != other.role_group.key:
        yield Reasons.PEOPLE
