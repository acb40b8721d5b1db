"""The buttons under a preview: load, cancel, answer a question, have the full report."""

import json
from collections.abc import Mapping
from functools import partial

from bot.delivery.asked import Asked
from bot.delivery.outgoing import Form as PostForm
from bot.delivery.outgoing import Outgoing, Reply, Way
from bot.listeners.admin.context import AdminContext, in_place, opened, said
from bot.listeners.admin.pending.questions import all_answers, id_of, read_doubts
from bot.listeners.admin.pending.reading import read_pending
from bot.listeners.admin.pending.showing import again
from bot.loading.doubts import Doubt
from bot.loading.loads import Agreed
from bot.reply.lines import Lines
from bot.reply.slack.admin.modals import Entry, Field, Form, button
from bot.reply.slack.admin.preview import OTHER
from db.admin import Pending, end_pending, pending
from db.loads import StaleError
from db.session import Connection, staging, writing

_STALE = "Figures have changed since you looked. This is what it would change now."
_GONE = "I no longer have that file; load it again."
_ENDED = {
    "cancelled": "That was cancelled; nothing was loaded.",
    "expired": "That has waited for more than a week and was let go of; load it again.",
}


class _EndedError(Exception):
    """Somebody has just loaded or cancelled it."""


def load(admin: AdminContext, asked: Asked, pending_id: str) -> Reply:
    """Load it, once, however often that is pressed."""
    one = _pending(admin, asked, pending_id)
    if one.ended:
        return in_place(_ended(asked, one), asked)
    loader = admin.loader(asked)
    agreed = Agreed(one.seen, partial(_end, admin=admin, asked=asked, pending_id=one.id))
    try:
        reading = read_pending(loader, one)
        preview, number = loader.load(reading, admin.now, json.loads(one.answers), agreed)
    except StaleError:
        return in_place(again(admin, asked, one, _STALE), asked)
    except _EndedError:
        return in_place(_ended(asked, _pending(admin, asked, pending_id)), asked)
    if number is None:
        return in_place(again(admin, asked, one), asked)
    tally = preview.tally
    counts = f"{tally.new:,} new, {tally.changed:,} changed"
    return in_place(_loaded(asked, one.file, number, counts), asked)


def cancel(admin: AdminContext, asked: Asked, pending_id: str) -> Reply:
    """Load nothing."""
    one = _pending(admin, asked, pending_id)
    with writing(admin.engine) as conn:
        if not one.ended:
            end_pending(conn, admin.scope(asked), one.id, "cancelled")
    return in_place(_ended(asked, _pending(admin, asked, pending_id)), asked)


def report(admin: AdminContext, asked: Asked, pending_id: str) -> Reply:
    """Hand out every single change as a file."""
    one = _pending(admin, asked, pending_id)
    if one.ended:
        return _ended(asked, one)
    loader = admin.loader(asked)
    content = loader.report(read_pending(loader, one))
    name = f"{one.file.rpartition('.')[0] or one.act} - preview.csv"
    return handed_out(admin, asked, name, content, f"What {one.file} would change, line by line.")


def answer(admin: AdminContext, asked: Asked, value: str) -> Reply:
    """Take the answer to a question, or ask for one that was not offered."""
    pending_id, question, chosen = (*value.split(" "), "", "")[:3]
    one = _pending(admin, asked, pending_id)
    if one.ended:
        return in_place(_ended(asked, one), asked)
    doubt = next((each for each in read_doubts(one.doubts) if id_of(each) == question), None)
    if doubt is None:
        return in_place(again(admin, asked, one), asked)
    if chosen == OTHER:
        return _asked_for(admin, asked, one, doubt)
    option = doubt.options[int(chosen)][0]
    return _answered(admin, asked, one, {doubt.key: option})


def answer_given(admin: AdminContext, asked: Asked, given: Mapping[str, str]) -> Reply:
    """Take an answer from the modal that asked for it."""
    one = _pending(admin, asked, given.get("pending", ""))
    if one.ended:
        return in_place(_ended(asked, one), asked)
    return _answered(admin, asked, one, {given["key"]: given["answer"]})


def handed_out(admin: AdminContext, asked: Asked, name: str, content: bytes, words: str) -> Reply:
    """A file in the messages with the admin, and a word of it where they asked.

    Raises:
        FileError: Slack does not take it.
    """
    id_ = admin.files.upload(name, content)
    file = Outgoing(
        Way.FILE,
        asked.person,
        asked.person,
        text=words,
        forms=[PostForm([{"id": id_, "title": name}])],
        part="file",
    )
    note = said(asked, Lines((f"{name} is in your messages with me.",)))
    return Reply((file, *note.posts))


def _answered(admin: AdminContext, asked: Asked, one: Pending, answers: Mapping[str, str]) -> Reply:
    known = {**json.loads(one.answers), **answers}
    answered = one._replace(answers=json.dumps(known, ensure_ascii=False))
    return in_place(again(admin, asked, answered), asked)


def _asked_for(admin: AdminContext, asked: Asked, one: Pending, doubt: Doubt) -> Reply:
    options = tuple(all_answers(doubt.key, admin.directory))
    field = Field("answer", doubt.question, entry=Entry.CHOICE, options=options)
    form = Form("answer", "Answer a question", (field,), "Answer")
    return opened(asked, form, {"pending": one.id, "key": doubt.key})


def _pending(admin: AdminContext, asked: Asked, pending_id: str) -> Pending:
    with staging(admin.engine) as conn:
        found = pending(conn, admin.scope(asked), pending_id)
    if found is None:
        raise LookupError(_GONE)
    return found


def _end(
    conn: Connection, number: int, *, admin: AdminContext, asked: Asked, pending_id: str
) -> None:
    if not end_pending(conn, admin.scope(asked), pending_id, "loaded", number):
        raise _EndedError


def _ended(asked: Asked, one: Pending) -> Reply:
    if one.ended == "loaded" and one.import_id is not None:
        return _loaded(asked, one.file, one.import_id)
    return said(asked, Lines((_ENDED[one.ended],)))


def _loaded(asked: Asked, file: str, number: int, counts: str = "") -> Reply:
    undo = button("Take back", f"undo:{number}", str(number))
    figures = f": {counts}." if counts else "."
    lines = Lines((f"{file} is loaded as import {number}{figures}",))
    return said(asked, lines, {"type": "actions", "elements": [undo]})
