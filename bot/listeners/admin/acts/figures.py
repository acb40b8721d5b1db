"""Imports listed and taken back, and the audit log."""

from collections.abc import Mapping

from bot.delivery.asked import Asked
from bot.delivery.outgoing import Reply
from bot.listeners.admin.context import AdminContext, listed, said
from bot.loading.acts.undoing import REDO, UNDO, exchange
from bot.reply.lines import Lines
from bot.reply.slack.admin.lists import Item
from bot.reply.slack.admin.modals import button
from db.loads import AuditRow, HistoryRow, audited
from db.loads import history as imports
from db.session import staging

_SHOWN = 10
_AUDITED = 20
_LATEST = 3
_TAKE_BACK, _PUT_IN = ("Take back", UNDO), ("Put in again", REDO)


def history(admin: AdminContext, asked: Asked, _given: Mapping[str, str]) -> Reply:
    """List the last imports, each with its button."""
    with staging(admin.engine) as conn:
        rows = imports(conn, admin.scope(asked), _SHOWN)
    if not rows:
        return said(asked, Lines(("Nothing has been loaded here yet.",)))
    return listed(asked, "The last imports, newest first", [_item(row) for row in rows])


def loaded_last(admin: AdminContext, asked: Asked) -> list[str]:
    """The latest imports, a line each."""
    with staging(admin.engine) as conn:
        return [_row_line(row) for row in imports(conn, admin.scope(asked), _LATEST)]


def undo(admin: AdminContext, asked: Asked, given: Mapping[str, str]) -> Reply:
    """Take an import back."""
    return _exchange(admin, asked, given, UNDO, _PUT_IN)


def redo(admin: AdminContext, asked: Asked, given: Mapping[str, str]) -> Reply:
    """Put an import in again."""
    return _exchange(admin, asked, given, REDO, _TAKE_BACK)


def audit(admin: AdminContext, asked: Asked, _given: Mapping[str, str]) -> Reply:
    """Tell who changed what, newest first."""
    with staging(admin.engine) as conn:
        rows = audited(conn, admin.scope(asked), _AUDITED)
    lines = tuple(map(_line, rows)) or ("Nobody has changed anything here yet.",)
    return said(asked, Lines(lines))


def _row_line(row: HistoryRow) -> str:
    """One import in a line: what, how many figures, who and when."""
    figures = "1 figure" if row.rows == 1 else f"{row.rows:,} figures"
    stands = "" if row.status == "loaded" else ", taken back"
    return f"{row.id}: {row.file}, {figures}{stands} · {row.loaded_by}, {_moment(row)}"


def _item(row: HistoryRow) -> Item:
    label, act = _TAKE_BACK if row.status == "loaded" else _PUT_IN
    return Item(_row_line(row), button(label, f"{act}:{row.id}", str(row.id)))


def _exchange(
    admin: AdminContext,
    asked: Asked,
    given: Mapping[str, str],
    act: str,
    then: tuple[str, str],
) -> Reply:
    number = int(given["number"]) if given.get("number", "").isdigit() else 0
    told = exchange(admin.loader(asked), number, act, admin.now)
    label, other = then
    again = button(label, other, str(number))
    return said(asked, Lines((told,)), {"type": "actions", "elements": [again]})


def _moment(row: HistoryRow) -> str:
    return f"{row.loaded_at.day} {row.loaded_at:%b %Y %H:%M}"


def _line(row: AuditRow) -> str:
    change = f": {row.before or 'nothing'} → {row.after}" if row.after else ""
    when = f"{row.at.day} {row.at:%b %Y %H:%M}"
    return f"{when} · {row.who} · {row.act} {row.subject}{change} ({row.via})"
