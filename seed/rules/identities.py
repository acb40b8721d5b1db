"""Accounting identities: figures of one load that should add up, and the caveat where they do not.

A break is told with each figure that it touches and never corrected: which of them is wrong, nobody
can tell from outside.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from db.vocabulary import Kind
from db.writes import NewCaveat, NewObservation

_SLACK = 0.051
"""What rounding to one decimal place can make of a sum of two."""
_ADDED = frozenset({"people", "posts", "cases", "occasions", "days", "FTE"})
"""Units that a total is the sum of; rates and averages are not added."""
_POSTS = ("budgeted_fte", "staff_in_post_fte", "vacancies_fte")
_STAFF = ("headcount", "starters", "leavers")


class Cell(NamedTuple):
    """Where a figure stands: of what, of whom, where and when."""

    metric: str
    organisation: str
    team: str
    role_group: str
    period: str

    def of(self, metric: str, team: str | None = None) -> "Cell":
        """The same of another metric, or of another team."""
        return self._replace(metric=metric, team=self.team if team is None else team)


def broken_identities(
    rows: Sequence[NewObservation], parents: Mapping[str, str | None]
) -> Iterator[NewCaveat]:
    """A caveat for each figure that an identity does not hold for.

    Posts are those in post and vacant; a total is not less than its teams; who was there, and
    joined, and did not leave, is there. `parents` are the teams by key with those they are part of.
    """
    held = {_cell(row): row.get("value") for row in rows if row["series"].kind is Kind.ACTUAL}
    units = {_cell(row): row["series"].unit for row in rows}
    values = {cell: value for cell, value in held.items() if value is not None}
    yield from _posts(values)
    added = {cell: values[cell] for cell in values if units[cell] in _ADDED}
    yield from _totals(added, parents)
    yield from _staff(values)


def _cell(row: NewObservation) -> Cell:
    series = row["series"]
    return Cell(
        series.metric,
        series.organisation,
        series.team or "",
        series.role_group,
        row["period_key"],
    )


def _posts(values: Mapping[Cell, float]) -> Iterator[NewCaveat]:
    for cell, posts in values.items():
        if cell.metric != _POSTS[0]:
            continue
        in_post, vacant = (values.get(cell.of(metric)) for metric in _POSTS[1:])
        if in_post is None or vacant is None or abs(posts - in_post - vacant) <= _SLACK:
            continue
        text = (
            f"{in_post:g} in post and {vacant:g} vacant make {in_post + vacant:g}, "
            f"where {posts:g} posts are given."
        )
        yield from (_caveat(cell.of(metric), text) for metric in _POSTS)


def _totals(values: Mapping[Cell, float], parents: Mapping[str, str | None]) -> Iterator[NewCaveat]:
    """A whole that is less than its parts; one that is more may hold teams that are not named."""
    for cell, whole in values.items():
        parts = [
            values[part]
            for team, parent in parents.items()
            if _is_under(team, parent, cell) and (part := cell.of(cell.metric, team)) in values
        ]
        if len(parts) > 1 and sum(parts) > whole + _SLACK * len(parts) and min(parts) >= 0:
            text = f"The teams given make {sum(parts):g}, the total says {whole:g}."
            yield _caveat(cell, text)


def _is_under(team: str, parent: str | None, cell: Cell) -> bool:
    return team.partition("/")[0] == cell.organisation and (parent or "") == cell.team


def _staff(values: Mapping[Cell, float]) -> Iterator[NewCaveat]:
    """Headcounts of two months in a row, with who joined and left in the later one."""
    months = sorted({cell.period for cell in values if cell.metric == _STAFF[0]})
    before = dict(zip(months[1:], months, strict=False))
    for cell, closing in values.items():
        if cell.metric != _STAFF[0] or cell.period not in before:
            continue
        opening = values.get(cell._replace(period=before[cell.period]))
        joined, left = (values.get(cell.of(metric)) for metric in _STAFF[1:])
        if opening is None or joined is None or left is None:
            continue
        expected = opening + joined - left
        if expected != closing:
            text = (
                f"{opening:g} before, {joined:g} starters and {left:g} leavers make {expected:g}, "
                f"where {closing:g} are given."
            )
            yield _caveat(cell, text)


def _caveat(cell: Cell, text: str) -> NewCaveat:
    return NewCaveat(
        key="identity_" + "_".join(part.replace("/", "_") for part in cell if part),
        text=text,
        metric=cell.metric,
        organisation=cell.organisation,
        team=cell.team,
        role_group=cell.role_group,
        period=cell.period,
    )
