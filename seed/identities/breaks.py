"""Which figures do not add up that should.

A break is told with each figure that it touches and never corrected: which of them is wrong, nobody
can tell from outside.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

ADDED: Final = frozenset({"people", "posts", "cases", "occasions", "days", "FTE"})
"""Units that a total is the sum of; rates and averages are not added."""

_SLACK: Final = 0.051
"""What rounding to one decimal place can make of a sum of two."""
POSTS: Final = ("budgeted_fte", "staff_in_post_fte", "vacancies_fte")
_STAFF: Final = ("headcount", "starters", "leavers")
PARTS: Final = ("staff_in_post_fte", "permanent_fte", "agency_fte")

TOGETHER: Final = (POSTS, _STAFF, PARTS)
"""The metrics of each identity, by key; totals are of one metric."""

_LAST: Final = 12


class Cell(NamedTuple):
    """Where a figure stands: of what, of whom, where and when; `team` "" is the whole."""

    metric: str
    organisation: str
    team: str
    role_group: str
    period: str

    def of(self, metric: str, team: str | None = None) -> "Cell":
        """The same of another metric, or of another team."""
        return self._replace(metric=metric, team=self.team if team is None else team)


class Break(NamedTuple):
    """Figures that do not add up: which they are, and what they say."""

    cells: tuple[Cell, ...]
    text: str


def breaks(
    values: Mapping[Cell, float], added: Iterable[str], parents: Mapping[str, str | None]
) -> Iterator[Break]:
    """Every identity that does not hold among some figures.

    Posts are those in post and vacant; those in post are permanent and agency, where a report does
    not leave agency out; a total is not less than its teams; who was there, and joined, and did not
    leave, is there. `added` are the metrics that add up, `parents` the teams by key with those they
    are part of.
    """
    adds = {*added}
    parts = _parts_of((cell for cell in values if cell.metric in adds), parents)
    for cell, value in values.items():
        if cell.metric == POSTS[0]:
            yield from _posts(cell, value, values)
        if cell.metric == PARTS[0]:
            yield from _kinds(cell, value, values)
        if cell.metric == _STAFF[0]:
            yield from _staff(cell, value, values)
        if cell.metric in adds:
            yield from _total(cell, value, [values[part] for part in parts.get(cell, ())])


def _posts(cell: Cell, posts: float, values: Mapping[Cell, float]) -> Iterator[Break]:
    in_post, vacant = (values.get(cell.of(metric)) for metric in POSTS[1:])
    if in_post is None or vacant is None or abs(posts - in_post - vacant) <= _SLACK:
        return
    text = (
        f"{in_post:g} in post and {vacant:g} vacant make {_sum(in_post, vacant)}, "
        f"where {posts:g} posts are given."
    )
    yield Break(tuple(cell.of(metric) for metric in POSTS), text)


def _kinds(cell: Cell, in_post: float, values: Mapping[Cell, float]) -> Iterator[Break]:
    permanent, agency = (values.get(cell.of(metric)) for metric in PARTS[1:])
    if permanent is None or agency is None:
        return
    # The DfE, and some reports with it, count permanent staff alone as in post.
    if min(abs(in_post - permanent - agency), abs(in_post - permanent)) <= _SLACK:
        return
    text = (
        f"{permanent:g} permanent and {agency:g} agency make {_sum(permanent, agency)}, "
        f"where {in_post:g} in post are given."
    )
    yield Break(tuple(cell.of(metric) for metric in PARTS), text)


def _parts_of(
    cells: Iterable[Cell], parents: Mapping[str, str | None]
) -> Mapping[Cell, list[Cell]]:
    """The cells of the next teams down that are given, by the cell of their whole."""
    given: dict[Cell, set[str]] = defaultdict(set)
    for cell in cells:
        if cell.team:
            given[cell._replace(team="")].add(cell.team)
    found: dict[Cell, list[Cell]] = defaultdict(list)
    for whole, teams in given.items():
        for team in sorted(teams):
            above = _above(team, teams, parents)
            if above is not None:
                found[whole._replace(team=above)].append(whole._replace(team=team))
    return found


def _total(cell: Cell, whole: float, parts: Sequence[float]) -> Iterator[Break]:
    """A whole that is less than its parts; one that is more may hold teams that are not named."""
    if len(parts) > 1 and sum(parts) > whole + _SLACK * len(parts) and min(parts) >= 0:
        text = f"The teams given make {_sum(*parts)}, the total says {whole:g}."
        yield Break((cell,), text)


def _above(team: str, given: Collection[str], parents: Mapping[str, str | None]) -> str | None:
    """The next team up that is given too, "" for the whole; None where a team is in no tree."""
    while team in parents:
        team = parents[team] or ""
        if not team or team in given:
            return team
    return None


def _staff(cell: Cell, closing: float, values: Mapping[Cell, float]) -> Iterator[Break]:
    """Headcounts of two months in a row, with who joined and left in the later one."""
    opening = values.get(cell._replace(period=_month_before(cell.period)))
    joined, left = (values.get(cell.of(metric)) for metric in _STAFF[1:])
    if opening is None or joined is None or left is None:
        return
    if abs(opening + joined - left - closing) > _SLACK:
        text = (
            f"{opening:g} before, {joined:g} starters and {left:g} leavers make "
            f"{_sum(opening, joined, -left)}, where {closing:g} are given."
        )
        yield Break((cell,), text)


def _month_before(period: str) -> str:
    """The key of the month before; of any other period none, for which "" stands."""
    year, _, month = period.partition("-")
    if not (year.isdecimal() and month.isdecimal()):
        return ""
    before = int(year) * _LAST + int(month) - 2
    return f"{before // _LAST}-{before % _LAST + 1:02}"


def _sum(*values: float) -> str:
    return f"{round(sum(values), 6):g}"
