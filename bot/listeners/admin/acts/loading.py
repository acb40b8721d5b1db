"""Files and single figures that an admin brings; each is shown before it is loaded."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.delivery.asked import Asked
from bot.delivery.outgoing import Reply
from bot.delivery.sending.files import FileError
from bot.listeners.admin.context import AdminContext
from bot.listeners.admin.pending.showing import begin
from bot.loading.acts.meant import council_meant
from db.admin import Pending
from seed.files.incoming import is_released

_UNSAFE = re.compile(r"[^\w .()&+,-]")
_LONGEST = 120
_RELEASED = (
    "{} is released of all councils, and is loaded once for everybody by whoever runs Muster: "
    "muster import."
)


def load(admin: AdminContext, asked: Asked, given: Mapping[str, str]) -> Reply:
    """Fetch a file that was shared and show what it would change.

    Raises:
        FileError: Slack does not give it, or it is not for an admin to load.
        FileFaultsError: it is no file of figures, or holds data about single people.
        UnknownCouncilError: no council is called so.
    """
    file, *more = given["file"].split(" ")
    if more:
        raise FileError("Hand me one file at a time.")
    lexicon = admin.context.muster.knowledge().lexicon
    council = council_meant(given.get("council", ""), lexicon)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "shared"
        shared = admin.files.fetch(file, path)
        if is_released(path):
            raise FileError(_RELEASED.format(shared.name))
        name, content = safe_name(shared.name), path.read_bytes()
    return begin(admin, asked, _new(admin, asked, "load", name, content, council))


def set_figure(admin: AdminContext, asked: Asked, given: Mapping[str, str]) -> Reply:
    """Show what a single figure would change."""
    return _single(admin, asked, given, "set")


def set_target(admin: AdminContext, asked: Asked, given: Mapping[str, str]) -> Reply:
    """Show what a target would change."""
    return _single(admin, asked, given, "target")


def safe_name(name: str) -> str:
    """A file's name that is one on every disk, with what it ends with."""
    plain = _UNSAFE.sub("_", name).strip(" .") or "file"
    return plain[-_LONGEST:]


def _single(admin: AdminContext, asked: Asked, given: Mapping[str, str], act: str) -> Reply:
    content = json.dumps(dict(given), ensure_ascii=False).encode()
    return begin(admin, asked, _new(admin, asked, act, act, content, ""))


def _new(
    admin: AdminContext, asked: Asked, act: str, file: str, content: bytes, council: str
) -> Pending:
    now = admin.context.now
    return Pending(asked.id, asked.person, act, file, content, council, "{}", "[]", "", now)
