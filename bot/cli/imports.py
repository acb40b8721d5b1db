"""Loading a file: what it would change, a yes, and all of it or nothing."""

import getpass
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from bot.cli.store import is_ready, make_ready
from bot.errors import FileOfManyCouncilsError
from bot.settings import settings
from db.session import Engine, engine_for
from db.writes import Counts
from seed.files.faults import FileFaultsError
from seed.files.incoming import Content, Told, read_file, store, told

_SORTS = {"observation": "figures", "organisation": "organisations", "neighbour": "neighbours"}
"""What people are told of, by the table it is stored in."""


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--council", help="Whose figures they are, where the file does not say.")
@click.option(
    "--edition", default="", help='When it was published ("2026-03"), or the model\'s year.'
)
@click.option("--yes", is_flag=True, help="Load it without asking.")
@click.option(
    "--json", "as_json", is_flag=True, help="Say it as JSON; without --yes nothing is loaded."
)
def import_(file: Path, *, council: str | None, edition: str, yes: bool, as_json: bool) -> None:
    """Load FILE: the DfE's workforce figures, or statistical neighbours.

    Raises:
        FileOfManyCouncilsError: a council was named for a file that names its own.
    """
    try:
        content = read_file(file, edition)
    except FileFaultsError as faulty:
        raise SystemExit(_refuse(faulty, as_json=as_json)) from faulty
    if council:
        raise FileOfManyCouncilsError
    url = settings().database_url
    if not is_ready(url):
        make_ready(url)
    engine = engine_for(url)
    try:
        _load(engine, content, yes=yes, as_json=as_json)
    finally:
        engine.dispose()


def _load(engine: Engine, content: Content, *, yes: bool, as_json: bool) -> None:
    counts = _store(engine, content, dry_run=not yes)
    about = told(content)
    if as_json:
        click.echo(json.dumps(_fields(content, about, counts, loaded=yes), ensure_ascii=False))
        return
    click.echo("\n".join([f"{about.title}.", *about.notes, *_lines(counts)]))
    if not yes and any(counts.values()) and click.confirm("Load it?"):
        _store(engine, content)
        yes = True
    click.echo("Loaded." if yes else "Nothing was loaded.")


def _store(engine: Engine, content: Content, *, dry_run: bool = False) -> Mapping[str, Counts]:
    return store(engine, content, _who(), datetime.now(UTC), dry_run=dry_run)


def _lines(counts: Mapping[str, Counts]) -> list[str]:
    """A line for each sort of thing: "32,186 figures: 19 changed, 32,167 as they were"."""
    return [
        f"{_total(one):,} {said}: {_parts(one)}."
        for table, said in _SORTS.items()
        if _total(one := counts.get(table, Counts()))
    ]


def _total(counts: Counts) -> int:
    return counts.added + counts.changed + counts.unchanged


def _parts(counts: Counts) -> str:
    parts = {"new": counts.added, "changed": counts.changed, "as they were": counts.unchanged}
    return ", ".join(f"{count:,} {said}" for said, count in parts.items() if count)


def _fields(
    content: Content, about: Told, counts: Mapping[str, Counts], *, loaded: bool
) -> dict[str, Any]:
    return {
        "file": content.file,
        "title": about.title,
        "notes": list(about.notes),
        "changes": {
            said: {"added": one.added, "changed": one.changed, "unchanged": one.unchanged}
            for table, said in _SORTS.items()
            if _total(one := counts.get(table, Counts()))
        },
        "loaded": loaded,
        "faults": [],
    }


def _refuse(faulty: FileFaultsError, *, as_json: bool) -> int:
    """Tell every fault of a file; gives the exit status."""
    if as_json:
        found = [{"where": one.where, "message": one.message} for one in faulty.faults]
        told_so = {"file": faulty.file, "loaded": False, "faults": found}
        click.echo(json.dumps(told_so, ensure_ascii=False))
    else:
        for fault in faulty.faults:
            click.echo(str(fault), err=True)
        count = len(faulty.faults)
        faults = "1 fault" if count == 1 else f"{count} faults"
        click.echo(f"{faulty.file}: {faults}, nothing was loaded.", err=True)
    return 1


def _who() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may run as nobody who has a name
        return "unknown"
