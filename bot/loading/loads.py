"""Loading a file: shown first, written after a yes, all of it or nothing."""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Final

from bot.loading.changes.mark import mark_of
from bot.loading.changes.preview import Preview, preview_of
from bot.loading.changes.report import report_of
from bot.loading.disclosure.keep_back import keep_back
from bot.loading.doubts import lasting
from bot.loading.exports import is_export, read_export
from bot.loading.read import read_tables
from bot.loading.statements import Reading, Statement
from bot.loading.words import Wording
from bot.question import Lexicon
from db.loads import Act, Figure, FigureSource, Staged, StaleError, choose, chosen, staged
from db.reads import generation
from db.scope import Scope
from db.session import Connection, Engine, staging, writing
from db.vocabulary import LOADED
from seed.grids import Limits, Workbook, read_workbook

SOURCE: Final = FigureSource(LOADED, "Figures loaded by an administrator", "")
"""One source for all that a workspace loads, so that a later file revises an earlier one."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """What somebody has seen and said yes to, by its mark.

    `also` is done in the transaction of the load, given the import's number.
    """

    mark: str
    also: Callable[[Connection, int], None]


@dataclass(frozen=True, slots=True)
class Loader:
    """Who loads, into which workspace, and from where ("terminal", "slack")."""

    engine: Engine
    lexicon: Lexicon
    scope: Scope
    via: str

    def read(
        self,
        path: Path,
        answers: Mapping[str, str] | None = None,
        council: str = "",
        limits: Limits | None = None,
    ) -> Reading:
        """Read a file, with the answers given now and to earlier files.

        Raises:
            FileFaultsError: it is no file of figures, or holds data about single people.
        """
        with _uncollected():
            return self._read(read_workbook(path, limits), answers or {}, council)

    def _read(self, book: Workbook, answers: Mapping[str, str], council: str) -> Reading:
        shown = [sheet for sheet in book.sheets if not sheet.hidden]
        if len(shown) == 1 and is_export(shown[0]):
            return read_export(book, shown[0], self.lexicon.directory)
        wording = Wording(self.lexicon)
        return read_tables(book, wording, self.remembered(answers), council)

    def remembered(self, answers: Mapping[str, str]) -> dict[str, str]:
        """Answers, with those given to earlier files."""
        with staging(self.engine) as conn:
            return {**chosen(conn, self.scope), **answers}

    def preview(self, reading: Reading) -> Preview:
        """Tell what would change; nothing is written."""
        reading = self.kept_back(reading)
        with _uncollected(), self.prepared(reading) as prepared:
            return preview_of(reading, prepared, self.lexicon.directory)

    def look(self, reading: Reading) -> tuple[Preview, str]:
        """Tell what would change, and a mark that is another one as soon as that is otherwise."""
        reading = self.kept_back(reading)
        with _uncollected(), self.prepared(reading) as prepared:
            preview = preview_of(reading, prepared, self.lexicon.directory)
            return preview, mark_of(reading, prepared)

    def report(self, reading: Reading) -> bytes:
        """Tell every single thing that would change, as CSV."""
        directory, reading = self.lexicon.directory, self.kept_back(reading)
        with _uncollected(), self.prepared(reading) as prepared:
            preview = preview_of(reading, prepared, directory)
            return report_of(reading, prepared, preview, directory)

    def load(
        self,
        reading: Reading,
        now: datetime,
        answers: Mapping[str, str] | None = None,
        agreed: Agreed | None = None,
    ) -> tuple[Preview, int | None]:
        """Load what was read; gives what it changed, and the import's number where it did.

        Answers that may hold for the workspace's next files are remembered.

        Raises:
            StaleError: it would change something else than was agreed to.
        """
        decided, reading = self._decided(reading)
        with _uncollected(), self.prepared(reading) as prepared:
            preview = preview_of(reading, prepared, self.lexicon.directory)
            if agreed and mark_of(reading, prepared) != agreed.mark:
                raise StaleError
            if prepared is None or not preview.is_loadable:
                return preview, None
            if decided is not None:
                prepared.hold_to(decided)
            act = self.act(now, reading.act, reading.file, after=_said(preview))
            also = agreed.also if agreed else None
            number = prepared.publish(reading.file, reading.sha256, act, preview.tally, also)
        if kept := lasting(answers or {}):
            with writing(self.engine) as conn:
                choose(conn, self.scope.workspace, kept)
        return preview, number

    def kept_back(self, reading: Reading) -> Reading:
        """What was read, with small groups kept back as they would be stored now."""
        return self._decided(reading)[1]

    def _decided(self, reading: Reading) -> tuple[int | None, Reading]:
        """The same, and the generation it was decided in; None where there was nothing to."""
        with staging(self.engine) as conn:
            now = generation(conn)
            kept = keep_back(conn, self.scope, reading, self.lexicon.directory)
        return (None if kept is reading else now), kept

    def act(self, now: datetime, what: str, subject: str, before: str = "", after: str = "") -> Act:
        """One thing that is done here and now, for the audit log."""
        return Act(self.scope.viewer, now, what, self.via, subject, before, after)

    @contextmanager
    def prepared(self, reading: Reading) -> Iterator[Staged | None]:
        """Prepare what was read, to be compared and published; None where it has no figures."""
        if not reading.statements:
            yield None
            return
        stated = chain(reading.statements, reading.blanks)
        figures = (figure_of(one, reading.file) for one in stated)
        with staged(self.engine, self.scope.workspace, SOURCE, figures) as prepared:
            yield prepared


def figure_of(one: Statement, file: str) -> Figure:
    """A statement of a file as the store takes it."""
    where, when = one.where, one.when
    return Figure(
        one.series,
        when.type.value,
        when.key,
        when.start,
        when.end,
        when.label,
        one.value,
        one.text,
        one.status.value,
        one.numerator,
        one.denominator,
        f"{file}, {where.sheet}" if where.sheet else file,
        where.row,
        qualifier=one.qualifier,
    )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector from looking at each of very many values again and again.

    They hold no cycles, and it would take half of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _said(preview: Preview) -> str:
    tally = preview.tally
    return f"{tally.new} new, {tally.changed} changed"
