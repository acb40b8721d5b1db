"""Whether figures may come back that were hidden, or loaded, under other circumstances."""

from collections.abc import Iterable

from bot.loading.disclosure.keep_back import Figure, figure_of
from bot.loading.disclosure.rules import rules_of
from bot.loading.disclosure.shape import held_cell, shape_of
from bot.query.directory import Directory
from db.loads.export import HeldRow, held_of, shelved_rows
from db.scope import Scope
from db.session import Connection
from seed.disclosure.cells import Cell, State
from seed.disclosure.kept import kept_back


class WouldTellError(Exception):
    """Figures that come back would show a small group, or let one be worked out."""


def check_returning(conn: Connection, scope: Scope, directory: Directory, import_id: int) -> None:
    """Refuse figures whose return shows or tells what the rule hides.

    What was loaded between was decided on without them, and what they were decided on with may be
    hidden by now.

    Raises:
        WouldTellError: they would.
    """
    rule, shape = rules_of(conn, scope, directory), shape_of(directory)
    back = [row for row in shelved_rows(conn, scope.workspace, import_id) if rule(row.metric)]
    if not back:
        return
    metrics, organisations = {one.metric for one in back}, {one.organisation for one in back}
    public = held_of(conn, "", metrics, organisations)

    def hidden(held: Iterable[HeldRow]) -> set[Figure]:
        cells = _cells(back, held, public)
        kept = kept_back([*cells.values()], shape, rule)
        figures = [*cells]
        small = {figures[at] for at in kept.small} & {figure_of(row) for row in back}
        if any(cells[figure].value is not None for figure in small):
            raise WouldTellError
        return {figures[at] for at in kept.all if cells[figures[at]].value is not None}

    before = held_of(conn, scope.workspace, metrics, organisations, import_id)
    if hidden(held_of(conn, scope.workspace, metrics, organisations)) - hidden(before):
        raise WouldTellError


def _cells(
    back: Iterable[HeldRow], held: Iterable[HeldRow], public: Iterable[HeldRow]
) -> dict[Figure, Cell]:
    """What would be held by figure: what comes back, then the workspace's own, then published."""
    found: dict[Figure, Cell] = {}
    values = {figure_of(row): row.value for row in public}
    for row in back:
        figure = figure_of(row)
        is_public = row.value is not None and values.get(figure) == row.value
        found[figure] = held_cell(row, State.PUBLIC if is_public else State.NEW)
    for rows, state in ((held, State.SEEN), (public, State.PUBLIC)):
        for row in rows:
            found.setdefault(figure_of(row), held_cell(row, state))
    return found
