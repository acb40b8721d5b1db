"""What an admin was shown and has not loaded yet; each is ended once, loaded or not."""

from typing import NamedTuple

from sqlalchemy import Connection, LargeBinary, bindparam, text

from db.scope import Scope


class Pending(NamedTuple):
    """A file, or the words of a single figure, as it was shown to somebody.

    `act` is what it would be ("load", "set", "target"). `answers` is what was answered to it and
    `doubts` what it leaves open, as JSON, `seen` a mark of what it would change, `made_at` seconds
    since 1970, and `ended` how it ended, "" before that.
    """

    id: str
    person: str
    act: str
    file: str
    content: bytes
    council: str
    answers: str
    doubts: str
    seen: str
    made_at: float
    ended: str = ""
    import_id: int | None = None


_COLUMNS = ", ".join(Pending._fields)

_KEEP = text(
    f"""
    INSERT INTO pending (workspace, {_COLUMNS})
    VALUES (:workspace, {", ".join(f":{name}" for name in Pending._fields)})
    ON CONFLICT DO NOTHING
    """  # noqa: S608 - the names are those above
).bindparams(bindparam("content", type_=LargeBinary))

_KEPT = text(
    f"SELECT {_COLUMNS} FROM pending WHERE workspace = :workspace AND id = :id"  # noqa: S608
).columns(content=LargeBinary)

_SHOW = text(
    """
    UPDATE pending SET answers = :answers, doubts = :doubts, seen = :seen
    WHERE workspace = :workspace AND id = :id AND ended = ''
    """
)

_END = text(
    """
    UPDATE pending SET ended = :ended, import_id = :import_id, content = :content
    WHERE workspace = :workspace AND id = :id AND ended = ''
    """
).bindparams(bindparam("content", type_=LargeBinary))

_EXPIRE = text(
    """
    UPDATE pending SET ended = 'expired', content = :content
    WHERE workspace = :workspace AND made_at < :before AND ended = ''
    """
).bindparams(bindparam("content", type_=LargeBinary))


def keep_pending(conn: Connection, scope: Scope, one: Pending) -> None:
    """Keep what was shown; one with its id is left as it was."""
    conn.execute(_KEEP, {"workspace": scope.workspace, **one._asdict()})


def pending(conn: Connection, scope: Scope, pending_id: str) -> Pending | None:
    """Give what was shown, of this workspace."""
    row = conn.execute(_KEPT, {"workspace": scope.workspace, "id": pending_id}).one_or_none()
    return None if row is None else Pending(*row)


def show_pending(conn: Connection, scope: Scope, one: Pending) -> None:
    """Note what was answered meanwhile, and what is shown now."""
    told = {"id": one.id, "answers": one.answers, "doubts": one.doubts, "seen": one.seen}
    conn.execute(_SHOW, {"workspace": scope.workspace, **told})


def end_pending(
    conn: Connection, scope: Scope, pending_id: str, ended: str, import_id: int | None = None
) -> bool:
    """Note how it ended, and let go of the file; False where it has ended before."""
    told = {"id": pending_id, "ended": ended, "import_id": import_id, "content": b""}
    return conn.execute(_END, {"workspace": scope.workspace, **told}).rowcount == 1


def expire_pending(conn: Connection, scope: Scope, before: float) -> None:
    """Let go of the files that were shown before a moment and never loaded."""
    conn.execute(_EXPIRE, {"workspace": scope.workspace, "before": before, "content": b""})
