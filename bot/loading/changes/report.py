"""Everything a file would change, a line each, to be read in a spreadsheet."""

import csv
import io
from collections.abc import Iterator
from typing import Final, NamedTuple

from bot.loading.changes.naming import Naming
from bot.loading.changes.preview import Preview, changes_of
from bot.loading.exports.layout import harmless
from bot.loading.statements import Reading
from bot.query.directory import Directory
from db.loads import Staged

_ALL: Final = 1 << 30


class Line(NamedTuple):
    """One line: what happens, to which figure, from what to what, where it stands and why."""

    what: str
    figure: str = ""
    was: str = ""
    becomes: str = ""
    sheet: str = ""
    row: str = ""
    column: str = ""
    value: str = ""
    reason: str = ""


def report_of(
    reading: Reading, staged: Staged | None, preview: Preview, directory: Directory
) -> bytes:
    """The report as CSV that Excel takes for UTF-8."""
    naming = Naming(directory)
    lines = [*_refused(preview), *_changed(reading, staged, naming), *_said(preview)]
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(Line._fields)
    writer.writerows([harmless(text) for text in line] for line in lines)
    return written.getvalue().encode("utf-8-sig")


def _refused(preview: Preview) -> Iterator[Line]:
    for one in preview.refused:
        sheet, row = one.where.sheet, str(one.where.row)
        yield Line("refused", "", "", "", sheet, row, one.heading, one.text, one.reason)


def _changed(reading: Reading, staged: Staged | None, naming: Naming) -> Iterator[Line]:
    if staged is None:
        return
    for one in changes_of(reading, staged, naming, _ALL):
        beside = "the published one stays beside it" if one.published else ""
        yield Line("changed", one.figure, one.old, one.new, reason=beside)
    for change in staged.new(_ALL):
        added = reading.statements[change.at]
        value = naming.value(added.text, added.status, added.metric)
        sheet, row = added.where.sheet, str(added.where.row)
        yield Line("new", naming.figure(added), "", value, sheet, row)


def _said(preview: Preview) -> Iterator[Line]:
    yield from (Line("look at", reason=one) for one in preview.warnings)
    yield from (Line("question", reason=one.question) for one in preview.doubts)
    yield from (Line("note", reason=one) for one in preview.notes)
