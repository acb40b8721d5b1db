"""What is pending, shown to the admin alone before anything is written."""

from collections.abc import Iterator
from dataclasses import replace

from bot.delivery.asked import Asked
from bot.delivery.outgoing import Form, Reply
from bot.listeners.admin.context import AdminContext, private_post
from bot.listeners.admin.pending.questions import question_of, written
from bot.listeners.admin.pending.reading import read_pending
from bot.loading.changes.preview import Changed, Preview
from bot.loading.loads import Loader
from bot.loading.statements import Refused
from bot.query.directory import Directory
from bot.reply.slack.admin.preview import Part, Shown, preview_blocks, preview_lines
from db.admin import Pending, expire_pending, keep_pending, show_pending
from db.session import writing

_KEPT_FOR = 7 * 86_400  # seconds a file waits to be loaded


def begin(admin: AdminContext, asked: Asked, one: Pending) -> Reply:
    """Show something for the first time, and keep it until it is loaded or not."""
    loader = admin.loader(asked)
    preview, one = _looked(loader, one)
    with writing(admin.engine) as conn:
        expire_pending(conn, loader.scope, one.made_at - _KEPT_FOR)
        keep_pending(conn, loader.scope, one)
    return told(asked, one, preview, loader.lexicon.directory)


def again(admin: AdminContext, asked: Asked, one: Pending, note: str = "") -> Reply:
    """Show it as it is now, after an answer or because the figures have changed."""
    loader = admin.loader(asked)
    preview, one = _looked(loader, one)
    with writing(admin.engine) as conn:
        show_pending(conn, loader.scope, one)
    return told(asked, one, preview, loader.lexicon.directory, note)


def told(
    asked: Asked, one: Pending, preview: Preview, directory: Directory, note: str = ""
) -> Reply:
    """A preview as a message with its buttons."""
    questions = [question_of(doubt, directory) for doubt in preview.doubts]
    parts = tuple(_parts(preview))
    shown = Shown(one.id, _said(preview), parts, questions, preview.is_loadable, note)
    post = private_post(asked, preview_lines(shown))
    return Reply((replace(post, forms=list(_forms(shown))),))


def _forms(shown: Shown) -> Iterator[Form]:
    yield Form(preview_blocks(shown))
    yield Form(preview_blocks(shown, is_brief=True))
    yield Form([])


def _looked(loader: Loader, one: Pending) -> tuple[Preview, Pending]:
    preview, mark = loader.look(read_pending(loader, one))
    return preview, one._replace(seen=mark, doubts=written(preview.doubts))


def _said(preview: Preview) -> str:
    tally = preview.tally
    rows = "1 row" if preview.rows == 1 else f"{preview.rows:,} rows"
    figures = "1 figure" if tally.new == 1 else f"{tally.new:,} figures"
    counts = (
        f"{preview.file}: {rows} read, {figures} new, {tally.changed:,} changed, "
        f"{tally.unchanged:,} as they were, {len(preview.refused):,} refused."
    )
    if preview.doubts:
        return f"{counts} Nothing can be loaded before the questions are answered."
    if not tally:
        return f"{counts} Nothing would change."
    return f"{counts} Nothing is loaded yet."


def _parts(preview: Preview) -> Iterator[Part]:
    """What there is to look at; a part without lines is left out."""
    tally = preview.tally
    parts = (
        Part("Changed most", [_changed(one) for one in preview.changes], tally.changed),
        Part("Refused", [_refused(one) for one in preview.refused]),
        Part("Look at these", preview.warnings),
        Part("Newest figures, as they will be told", preview.newest),
        Part("Good to know", preview.notes),
    )
    yield from (one for one in parts if one.lines)


def _changed(one: Changed) -> str:
    beside = " (the published one stays beside it)" if one.published else ""
    return f"{one.figure}: {one.old} → {one.new}{beside}"


def _refused(one: Refused) -> str:
    column = f", column “{one.heading}”" if one.heading else ""
    return f"{one.where}{column}, “{one.text}”: {one.reason}"
