"""Taking an import back and putting it in again, each for a reason that people read."""

from datetime import datetime
from typing import Final

from bot.loading.disclosure.returning import WouldTellError, check_returning
from bot.loading.loads import Loader
from db.loads import ConflictError, redo, undo
from db.session import Connection

UNDO: Final = "undo"
REDO: Final = "redo"

_DONE: Final = {UNDO: "is taken back", REDO: "is in again"}


def exchange(loader: Loader, number: int, act: str, now: datetime) -> str:
    """Take an import back, or put it in again; gives what was done in a sentence.

    Raises:
        LookupError: there is no such import that stands, a later one changed the same figures, or
            a small group would be shown or told by what comes back.
    """

    def check(conn: Connection) -> None:
        check_returning(conn, loader.scope, loader.lexicon.directory, number)

    work = {UNDO: undo, REDO: redo}[act]
    told = loader.act(now, act, str(number))
    try:
        work(loader.engine, loader.scope.workspace, number, told, check)
    except ConflictError as refused:
        others = {(one.import_id, one.file) for one in refused.conflicts}
        named = ", ".join(f"{other} ({file})" for other, file in sorted(others))
        raise LookupError(
            f"figures of import {number} were changed since by import {named}; take that back first"
        ) from refused
    except WouldTellError as refused:
        raise LookupError(
            "figures would come back that are kept back for small groups by now, or that would "
            "tell one; load the file with the figures that are wanted instead"
        ) from refused
    return f"Import {number} {_DONE[act]}."
