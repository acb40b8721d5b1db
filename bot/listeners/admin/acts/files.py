"""Files that go out: what is held, and the template; and what should have come in."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.delivery.asked import Asked
from bot.delivery.outgoing import Reply
from bot.listeners.admin.context import AdminContext, said
from bot.listeners.admin.pending.settling import handed_out
from bot.loading.acts.freshness import late, late_line
from bot.loading.exports import write_csv, write_template, write_xlsx
from bot.reply.lines import Lines
from db.loads.export import held_rows
from db.session import staging

_WRITE = {"csv": write_csv, "xlsx": write_xlsx}
_SHOWN = 20
_TEMPLATE = "The workbook to begin with: fill it in, then load it with /muster-admin load."


def export(admin: AdminContext, asked: Asked, given: Mapping[str, str]) -> Reply:
    """Hand out what is held, as CSV or XLSX; it loads again without changing anything."""
    kind = given.get("kind", "xlsx").lower()
    is_all = given.get("which", "") == "published"
    with staging(admin.engine) as conn:
        rows = held_rows(conn, admin.scope(asked), published=is_all)
    if not rows:
        return said(asked, Lines(("Nothing has been loaded here yet.",)))
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"muster {admin.context.today}.{kind}"
        _WRITE[kind](path, rows)
        words = f"{len(rows):,} figures, as they are held now."
        return handed_out(admin, asked, path.name, path.read_bytes(), words)


def template(admin: AdminContext, asked: Asked, _given: Mapping[str, str]) -> Reply:
    """Hand out the workbook that an analyst begins with."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "muster template.xlsx"
        write_template(path)
        return handed_out(admin, asked, path.name, path.read_bytes(), _TEMPLATE)


def freshness(admin: AdminContext, asked: Asked, _given: Mapping[str, str]) -> Reply:
    """List what is late, by the rhythm that each series has kept."""
    lines = late_lines(admin, asked)
    more = len(lines) - _SHOWN
    left = (f"… and {more} more.",) if more > 0 else ()
    return said(asked, Lines((*lines[:_SHOWN], *left) or ("Nothing is late.",)))


def late_lines(admin: AdminContext, asked: Asked) -> list[str]:
    """What is late, longest overdue first."""
    with staging(admin.engine) as conn:
        rows = held_rows(conn, admin.scope(asked), published=True)
    names = admin.directory.names
    return [late_line(one, names) for one in late(rows, admin.context.today)]
