"""Lines: the figures of one metric, place and role group, whatever formula made them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.answer.held.facts import Facts
from bot.answer.held.series import Series
from bot.answer.values import Figure
from bot.query.directory import Directory


@dataclass(frozen=True, slots=True)
class Line:
    """All figures of one metric, place, role group and unit, oldest first.

    Of a council, what its own papers say and what has been `released` as statistics of all councils
    are two lines: they count differently, and neither continues the other.
    """

    metric: str
    place: str
    role_group: str
    figures: tuple[Figure, ...]
    released: bool = False

    @property
    def organisation(self) -> str:
        """The key of the organisation."""
        return self.place.partition("/")[0]

    @property
    def has_values(self) -> bool:
        """Whether any figure has a value."""
        return any(one.value is not None for one in self.figures)


def lines_of(facts: Facts, series: Sequence[Series]) -> Sequence[Line]:
    """The lines of some series, in the order of the store; of the same ones made once."""
    key = ("lines", *(one.id for one in series))
    return facts.once(key, lambda: tuple(_lines(facts, series)))


def _lines(facts: Facts, series: Sequence[Series]) -> Iterator[Line]:
    figures = facts.figures(series)
    grouped: dict[tuple[str, str, str, str, bool], list[Figure]] = defaultdict(list)
    for one in series:
        is_council = facts.directory.kinds[one.organisation] == "council"
        for figure in figures[one.id]:
            released = is_council and bool(figure.edition)
            grouped[one.metric, one.place, one.role_group, one.unit, released].append(figure)
    for (metric, place, role_group, _, released), found in grouped.items():
        yield Line(metric, place, role_group, tuple(sorted(_revised(found), key=_age)), released)


def _revised(figures: Sequence[Figure]) -> Iterable[Figure]:
    """Each figure once: as last released, with what others still print of it."""
    return _with_releases(figures) if any(one.edition for one in figures) else figures


def _with_releases(figures: Sequence[Figure]) -> Iterator[Figure]:
    releases = {_printed(one): one for one in figures if one.edition and one.value is not None}
    quoted: dict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    for one in figures:
        if _printed(one) in releases and not one.edition:
            quoted[_printed(one)].append(one)
    for one in figures:
        earlier = quoted.get(_printed(one), ())
        if one.edition and earlier:
            yield replace(one, earlier=tuple(earlier))
        elif one not in earlier:
            yield one


def _printed(figure: Figure) -> tuple[str, str, str]:
    """What two printings of one figure share."""
    return figure.formula, figure.period.key, figure.qualifier


def _age(figure: Figure) -> tuple[date, int]:
    return figure.period.end or date.min, figure.id


def widest(lines: Sequence[Line], directory: Directory) -> list[Line]:
    """Lines without those whose place is part of another line's place."""
    places = {line.place for line in lines}
    return [line for line in lines if not _is_part(line.place, places, directory)]


def _is_part(place: str, places: set[str], directory: Directory) -> bool:
    if "/" in place and place.partition("/")[0] in places:
        return True
    return bool(directory.wider_places.get(place, frozenset()) & places)


def widest_roles(lines: Sequence[Line], directory: Directory) -> list[Line]:
    """Lines without those whose role group is part of another line's."""
    roles = {line.role_group for line in lines}
    return [
        line
        for line in lines
        if not directory.wider_roles.get(line.role_group, frozenset()) & roles
    ]


def narrowest_roles(lines: Iterable[Line], directory: Directory) -> list[Line]:
    """Lines whose role group holds no other line's role group."""
    lines = list(lines)
    wider = {above for line in lines for above in directory.wider_roles.get(line.role_group, ())}
    return [line for line in lines if line.role_group not in wider]
