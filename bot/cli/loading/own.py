"""Loading a council's own figures from a terminal."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click
from rich.console import Console

from bot.cli.loading.show import show
from bot.cli.loading.told import say, who
from bot.errors import BadAnswerError, ChangedStoreError
from bot.loading.acts.meant import council_meant
from bot.loading.changes.preview import Preview
from bot.loading.doubts import Doubt
from bot.loading.loads import Loader
from bot.pipeline import Knowledge
from bot.settings import settings
from db.loads import StaleError
from db.reader import reading
from db.scope import Scope
from db.session import Engine, read_engine_for


@dataclass(frozen=True, slots=True)
class Given:
    """What was said on the command line."""

    file: Path
    council: str
    answers: tuple[str, ...]


def load_own(engine: Engine, given: Given, now: datetime, *, yes: bool, as_json: bool) -> None:
    """Tell what a file would change, ask what it leaves open, and load it after a yes.

    Raises:
        FileFaultsError: it is no file of figures, or holds data about single people.
        UnknownCouncilError: no council is called so.
        BadAnswerError: an answer is not written as QUESTION=ANSWER.
        ChangedStoreError: somebody changed the store meanwhile.
    """
    loader = loader_of(engine)
    answers = _answers(given.answers)
    council = council_meant(given.council, loader.lexicon)
    found = loader.read(given.file, answers, council)
    preview = loader.preview(found)
    while preview.doubts and not (yes or as_json):
        show(preview, Console())
        answers |= {preview.doubts[0].key: _ask(preview.doubts[0])}
        found = loader.read(given.file, answers, council)
        preview = loader.preview(found)
    if not as_json:
        show(preview, Console())
    agreed = preview.is_loadable and (yes or (not as_json and click.confirm("Load it?")))
    try:
        number = loader.load(found, now, answers)[1] if agreed else None
    except StaleError as error:
        raise ChangedStoreError from error
    _tell(preview, number, as_json=as_json)
    if preview.doubts and yes:
        raise SystemExit(1)


def loader_of(engine: Engine) -> Loader:
    """Whoever is at this terminal, with the names of the store as they are now."""
    scope = Scope(settings().workspace, who())
    reads = read_engine_for(settings().database_url)
    try:
        with reading(reads, scope) as reader:
            return Loader(engine, Knowledge.load(reader).lexicon, scope, "terminal")
    finally:
        reads.dispose()


def _answers(given: tuple[str, ...]) -> dict[str, str]:
    pairs = [one.rpartition("=") for one in given]
    if any(not (key and value) for key, _, value in pairs):
        raise BadAnswerError
    return {key.strip(): value.strip() for key, _, value in pairs}


def _ask(doubt: Doubt) -> str:
    """Have a question answered: one of its options by number, or whatever is typed."""
    say(doubt.question)
    for number, (_, words) in enumerate(doubt.options, 1):
        say(f"  {number}  {words}")
    typed = str(click.prompt("Your answer")).strip()
    by_number: Mapping[str, str] = {
        str(number): value for number, (value, _) in enumerate(doubt.options, 1)
    }
    return by_number.get(typed, typed)


def _tell(preview: Preview, number: int | None, *, as_json: bool) -> None:
    if as_json:
        told = {**preview.fields(), "loaded": number is not None, "import": number, "faults": []}
        say(json.dumps(told, ensure_ascii=False))
    elif number is None:
        say("Nothing was loaded.")
    else:
        say(f"Loaded as import {number}; take it back with: muster admin undo {number}")
