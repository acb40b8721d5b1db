"""Writing many rows with one statement, and counting what that changed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    UniqueConstraint,
    bindparam,
    delete,
    func,
    insert,
    not_,
    or_,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite

Record = Mapping[str, Any]

# Else SQLAlchemy asks psycopg for the count when its cursor has forgotten it, and gets -1.
_COUNTED = {"preserve_rowcount": True}


@dataclass(frozen=True, slots=True)
class Counts:
    """What a load did to the rows of one table."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.added + other.added,
            self.changed + other.changed,
            self.unchanged + other.unchanged,
            self.removed + other.removed,
        )

    def __bool__(self) -> bool:
        """Tell whether anything is different from before."""
        return bool(self.added or self.changed or self.removed)


def upsert(
    conn: Connection,
    table: Table,
    records: Sequence[Record],
    quiet: Collection[str] = (),
) -> Counts:
    """Store records that have the same columns each, and none the same key as another.

    A stored record is written only where it differs; a difference in the `quiet` columns alone is
    none.
    """
    if not records:
        return Counts()
    last = conn.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one()
    statement = _upsert(conn.dialect.name, table, tuple(records[0]), quiet)
    written = conn.execute(statement, records, execution_options=_COUNTED).rowcount
    new = select(func.count()).select_from(table).where(table.c.id > last)
    added = conn.execute(new).scalar_one()
    return Counts(added, written - added, len(records) - written)


def match(
    conn: Connection,
    table: Table,
    columns: Sequence[str],
    stored: Collection[tuple[Any, ...]],
    wanted: Collection[tuple[Any, ...]],
) -> Counts:
    """Make the rows of `stored`, in which every column is part of the key, those of `wanted`."""
    kept = set(stored) & set(wanted)
    lost = [row for row in stored if row not in kept]
    new = [row for row in dict.fromkeys(wanted) if row not in kept]
    if lost:
        same = [_same(table, column) for column in columns]
        where = delete(table).where(*same)
        conn.execute(where, [dict(zip(_bound(columns), row, strict=True)) for row in lost])
    if new:
        conn.execute(insert(table), [dict(zip(columns, row, strict=True)) for row in new])
    return Counts(added=len(new), unchanged=len(kept), removed=len(lost))


def remove(
    conn: Connection, table: Table, ids: Collection[int], *unless: ColumnElement[bool]
) -> Counts:
    """Remove the rows with these ids, `unless` one of the conditions holds."""
    if not ids:
        return Counts()
    one = delete(table).where(table.c.id == bindparam("gone"), *(not_(kept) for kept in unless))
    gone = conn.execute(one, [{"gone": i} for i in ids], execution_options=_COUNTED)
    return Counts(removed=gone.rowcount)


def key_of(table: Table) -> tuple[str, ...]:
    """Give the columns of a table that no two rows share, as its unique constraint has them."""
    (unique,) = (part for part in table.constraints if isinstance(part, UniqueConstraint))
    return tuple(unique.columns.keys())


def _upsert(
    dialect: str, table: Table, columns: Sequence[str], quiet: Collection[str]
) -> postgresql.Insert | sqlite.Insert:
    make = postgresql.insert if dialect == "postgresql" else sqlite.insert
    statement = make(table).values({column: bindparam(column) for column in columns})
    key = key_of(table)
    told = [column for column in columns if column not in key]
    differs = [
        table.c[column].is_distinct_from(statement.excluded[column])
        for column in told
        if column not in quiet
    ]
    return statement.on_conflict_do_update(
        index_elements=key,
        set_={column: statement.excluded[column] for column in told},
        where=or_(*differs),
    )


def _bound(columns: Sequence[str]) -> list[str]:
    # A parameter of DELETE may not have the name of a column.
    return [f"old_{column}" for column in columns]


def _same(table: Table, column: str) -> ColumnElement[bool]:
    (name,) = _bound([column])
    value = bindparam(name, type_=table.c[column].type)
    # An index serves "=" and not IS NOT DISTINCT FROM, on PostgreSQL.
    if table.c[column].nullable:
        return table.c[column].is_not_distinct_from(value)
    return table.c[column] == value
