"""Loading what is released of all councils: workforce figures, statistical neighbours."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import click

from bot.cli.loading.told import say, who
from bot.errors import NoServiceError
from bot.settings import settings
from db.session import Engine
from db.writes import Counts
from seed.ees import Client, ServiceError
from seed.files.incoming import Content, Told, read_service, store, told

_SORTS = {"observation": "figures", "organisation": "organisations", "neighbour": "neighbours"}
"""What people are told of, by the table it is stored in."""


def from_service(data_set: str, edition: str) -> Content:
    """Read what the DfE's statistics service gives.

    Raises:
        NoServiceError: it cannot be reached, or has no such data set.
        FileFaultsError: the data set has faults.
    """
    try:
        return read_service(Client(settings().ees_url), data_set, edition)
    except ServiceError as fault:
        raise NoServiceError(f"({fault})") from fault


def load_released(
    engine: Engine, content: Content, now: datetime, *, yes: bool, as_json: bool
) -> None:
    """Tell what a release would change, ask, and load it."""
    counts = store(engine, content, who(), now, dry_run=not yes)
    about = told(content)
    if as_json:
        say(json.dumps(_fields(content, about, counts, loaded=yes), ensure_ascii=False))
        return
    say("\n".join([f"{about.title}.", *about.notes, *_lines(counts)]))
    if not yes and any(counts.values()) and click.confirm("Load it?"):
        store(engine, content, who(), now)
        yes = True
    say("Loaded." if yes else "Nothing was loaded.")


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
