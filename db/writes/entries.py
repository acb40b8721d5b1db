"""Loading what is known by name: everything but figures."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Table, exists, select

from db import models
from db.writes.checks import LoadError, each
from db.writes.layouts import Layout
from db.writes.upsert import key_of, match, remove, upsert
from db.writes.work import Work

Row = Mapping[str, Any]
Wave = list[tuple[int, Row]]

_TABLES = models.METADATA.sorted_tables


def store_entries(work: Work, layout: Layout, rows: Iterable[Row]) -> None:
    """Store the rows of one sort.

    Raises:
        LoadError: a row has not the shape of its sort, is there twice, names a row that is not
            there, is part of itself, or would change published data from a workspace.
    """
    numbered = list(enumerate(rows, 1))
    work.named.setdefault(layout.name, set())
    each(layout.name, numbered, layout.label, layout.shape.check)
    for wave in _waves(layout, numbered):
        records = each(layout.name, wave, layout.label, partial(_record, work, layout))
        work.count(layout.name, upsert(work.conn, layout.table, records))
        work.ids.forget(layout.name)
    if layout.pairs:
        _store_pairs(work, layout, numbered, *layout.pairs)


def remove_unnamed(work: Work) -> None:
    """Remove the published rows that a load which replaces did not name, and nothing refers to.

    Only tables the load was given rows of are looked at; what refers to others goes first.
    """
    for table in reversed(_TABLES):
        while table.name in work.named and _remove_unused(work, table):
            pass  # the wider team or group is free once the narrower is gone


def _waves(layout: Layout, numbered: Wave) -> Iterator[Wave]:
    """Give the rows so that each comes after the one it is part of."""
    waiting = numbered
    while layout.tree and waiting:
        names = {row["key"] for _, row in waiting}
        ready = [entry for entry in waiting if entry[1].get(layout.tree) not in names]
        if not ready:
            number, row = waiting[0]
            raise LoadError(f"{layout.name}, row {number} ({row['key']}): it is part of itself")
        yield ready
        waiting = [entry for entry in waiting if entry[1].get(layout.tree) in names]
    yield waiting


def _record(work: Work, layout: Layout, row: Row) -> Row:
    record = {**layout.defaults, **{name: row[name] for name in row if name in layout.defaults}}
    if "workspace" in record:
        record["workspace"] = work.workspace
    for field, table in layout.refers.items():
        record[f"{field}_id"] = _id_of(work, layout, table, row.get(field))
    if work.workspace and "key" in row and work.ids.is_published(layout.name, row["key"]):
        raise ValueError("it is published, and not for a workspace to change")
    work.name(layout.name, tuple(record[column] for column in key_of(layout.table)))
    return record


def _id_of(work: Work, layout: Layout, table: str, key: str | None) -> int | None:
    # What has no workspace of its own belongs to the row it refers to, so that must be ours.
    own = "workspace" not in layout.table.c
    return None if key is None else work.ids.id_of(table, key, own=own)


def _store_pairs(work: Work, layout: Layout, numbered: Wave, field: str, name: str) -> None:
    def pairs(row: Row) -> list[tuple[int, int]]:
        owner = work.ids.id_of(layout.name, row["key"])
        owners.add(owner)
        return [(owner, work.ids.id_of(layout.name, key)) for key in row.get(field, ())]

    owners: set[int] = set()
    wanted = [pair for row in each(layout.name, numbered, layout.label, pairs) for pair in row]
    table = models.METADATA.tables[name]
    stored = [tuple(row) for row in work.conn.execute(select(table)) if row[0] in owners]
    work.count(name, match(work.conn, table, list(table.c.keys()), stored, wanted))


def _remove_unused(work: Work, table: Table) -> bool:
    keys = [table.c[column] for column in key_of(table)]
    rows = work.conn.execute(select(table.c.id, *keys).where(_is_published(table)))
    unnamed = [row_id for row_id, *key in rows if tuple(key) not in work.named[table.name]]
    counts = remove(work.conn, table, unnamed, *_uses(table))
    work.count(table.name, counts)
    return bool(counts)


def _is_published(table: Table) -> ColumnElement[bool]:
    if "workspace" in table.c:
        return table.c.workspace == ""
    metric = models.METADATA.tables["metric"]  # a formula is published with its metric
    return table.c.metric_id.in_(select(metric.c.id).where(metric.c.workspace == ""))


def _uses(table: Table) -> list[ColumnElement[bool]]:
    """Give, for each reference to this table, that there is a row that has it.

    Rows that go with the one they refer to are no use of it.
    """
    references = [
        reference.parent
        for other in _TABLES
        for reference in other.foreign_keys
        if reference.column.table is table and reference.ondelete != "CASCADE"
    ]
    uses = [(column.table.alias(), column.name) for column in references]
    return [exists().where(other.c[name] == table.c.id) for other, name in uses]
