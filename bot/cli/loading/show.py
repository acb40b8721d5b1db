"""A preview in a terminal."""

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from bot.loading.changes.preview import Preview
from bot.loading.statements import Refused

_REFUSED = 20


def show(preview: Preview, console: Console) -> None:
    """Write what a file would change: counts, largest changes, refusals, warnings, questions."""
    tally = preview.tally
    console.print(
        f"[bold]{escape(preview.file)}[/]: {preview.rows:,} rows, {tally.new:,} figures new, "
        f"{tally.changed:,} changed, {tally.unchanged:,} as they were, "
        f"{len(preview.refused):,} refused."
    )
    if preview.changes:
        console.print(_changes(preview))
    if preview.refused:
        console.print(_refused(preview.refused))
    _list(console, "Look at these", preview.warnings)
    _list(console, "Newest figures, as they will be told", preview.newest)
    _list(console, "Good to know", preview.notes)
    _list(console, "Questions", [f"{one.question}  ({one.key})" for one in preview.doubts])


def _changes(preview: Preview) -> Table:
    table = _table("Changed most", "figure", "was", "is", "")
    for one in preview.changes:
        beside = "the published one stays beside it" if one.published else ""
        table.add_row(escape(one.figure), escape(one.old), escape(one.new), beside)
    return table


def _refused(refused: Sequence[Refused]) -> Table:
    table = _table("Refused", "cell", "column", "value", "reason")
    for one in refused[:_REFUSED]:
        table.add_row(*map(escape, (str(one.where), one.heading, one.text, one.reason)))
    if len(refused) > _REFUSED:
        table.add_row("…", "", "", f"{len(refused) - _REFUSED:,} more; --json tells all")
    return table


def _list(console: Console, title: str, lines: Sequence[str]) -> None:
    if lines:
        console.print(f"\n[bold]{title}[/]")
        for line in lines:
            console.print(f"  {escape(line)}")


def _table(title: str, *headings: str) -> Table:
    table = Table(title=title, title_justify="left", box=box.SIMPLE, padding=(0, 1, 0, 0))
    for heading in headings:
        table.add_column(heading)
    return table
