"""Taking an import back and putting it in again, each for a reason that people read."""

from datetime import datetime
from typing import Final

from bot.loading.loads import Loader
from db.loads import ConflictError, redo, undo

UNDO: Final = "undo"
REDO: Final = "redo"

_DONE: Final = {UNDO: "is taken back", REDO: "is in again"}


def exchange(loader: Loader, number: int, act: str, now: datetime) -> str:
    """Take an import back, or put it in again; gives what was done in a sentence.

    Raises:
        LookupError: there is no such import that stands, or a later one changed the same figures.
    """
    work = {UNDO: undo, REDO: redo}[act]
    try:
        work(loader.engine, loader.scope.workspace, number, loader.act(now, act, str(number)))
    except ConflictError as refused:
        others = {(one.import_id, one.file) for one in refused.conflicts}
        named = ", ".join(f"{other} ({file})" for other, file in sorted(others))
        raise LookupError(
            f"figures of import {number} were changed since by import {named}; take that back first"
        ) from refused
    return f"Import {number} {_DONE[act]}."
