"""A workbook as statements: everything that can be known of a file before the store is asked."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bot.loading.doubts import Doubt, Doubts
from bot.loading.settle import settle
from bot.loading.statements import Reading
from bot.loading.tables.context import Context
from bot.loading.tables.find import Table, headings_of, tables_of
from bot.loading.tables.headings import Column, Holds, column_of
from bot.loading.tables.labels import Labels
from bot.loading.tables.order import settle_dates
from bot.loading.tables.private import REASON, private_columns
from bot.loading.tables.rows import Around, Found, Rows, TableReader, settled
from bot.loading.tables.totals import settle_totals
from bot.loading.words import Wording
from bot.query.directory import Directory
from seed.files.faults import FileFaultsError
from seed.grids import Sheet, Workbook
from seed.tables import Fault

_PLACES: Final = frozenset({Holds.COUNCIL, Holds.TEAM})


def read_tables(
    book: Workbook, wording: Wording, answers: Mapping[str, str], council: str = ""
) -> Reading:
    """Read every table of a workbook; `council` is the key of the one that is meant.

    Raises:
        FileFaultsError: it holds no table, or data about single people.
    """
    reader = _Reader(book, wording, Doubts(answers))
    reader.read(council)
    return reader.reading


class _Reader:
    """Reads one file."""

    def __init__(self, book: Workbook, wording: Wording, doubts: Doubts) -> None:
        self._book, self._wording, self._doubts = book, wording, doubts
        self._directory: Directory = wording.lexicon.directory
        self._labels = Labels(wording, doubts)
        self._context = Context(wording, doubts)
        self._councils = {
            key for key, one in self._directory.organisations.items() if one.kind == "council"
        }
        self._found: list[Found] = []
        self._role_group = self._place = ""
        self.reading = Reading(book.file, book.sha256, notes=list(book.notes))

    def read(self, council: str) -> None:
        """Read all sheets that are shown."""
        tables = [(sheet, table) for sheet in self._shown() for table in self._tables(sheet)]
        if not tables:
            heading = "no row has headings that Muster recognises; docs/loading.md has a template"
            raise FileFaultsError(self._book.file, [Fault("the file", heading)])
        meant = council or self._council(tables)
        if meant is not None:
            for sheet, table in tables:
                self._read_table(sheet, table, meant)
            settle(self._found, self._directory, self._doubts, self.reading)
        self.reading.doubts = self._doubts.open
        self.reading.answers = dict(self._doubts.used)
        self.reading.notes += [
            f"{written!r} was read as {read_as!r}."
            for written, read_as in self._labels.read_as.items()
        ]

    def _shown(self) -> Iterator[Sheet]:
        for sheet in self._book.sheets:
            if sheet.hidden:
                self.reading.notes.append(f"The hidden sheet {sheet.name!r} was left out.")
            elif any(cell != "" for row in sheet.rows for cell in row):
                yield sheet

    def _tables(self, sheet: Sheet) -> list[Table]:
        found = tables_of(sheet, self._wording)
        first = next((at for at, row in enumerate(sheet.rows) if any(c != "" for c in row)), 0)
        headings = [at for table in found for at in table.headings] or [first]
        private = [*dict.fromkeys(private_columns(sheet, headings))]
        if private:
            place = f"the sheet {sheet.name!r}" if sheet.name else "the file"
            faults = [Fault(place, f"it holds {one}. {REASON}") for one in private]
            raise FileFaultsError(self._book.file, faults)
        return [table for table in found if table.body]

    def _council(self, tables: list[tuple[Sheet, Table]]) -> str | None:
        """The council that the titles or the file's name tell; else it is asked, which is None.

        It is "" where each row tells its own.
        """
        if all(self._has_council(sheet, table) for sheet, table in tables):
            return ""
        texts = [text for _, table in tables for text in reversed(table.titles)]
        texts += [self._book.file.rpartition(".")[0].replace("_", " ").replace("-", " ")]
        answer = self._doubts.answer("council") or ""
        for text in (*texts, answer):
            places = self._wording.words(text[:400]).places
            keys = {key for choice in places for key in choice if key in self._councils}
            if len(keys) == 1:
                return keys.pop()
        if answer in self._councils:
            return answer
        self._doubts.ask(Doubt("council", "Whose figures are these? Name the council."))
        return None

    def _has_council(self, sheet: Sheet, table: Table) -> bool:
        columns = self._columns(sheet, table)
        return any(one.holds is Holds.COUNCIL for one in columns)

    def _columns(self, sheet: Sheet, table: Table) -> list[Column]:
        return [
            column_of(heading, self._wording, self._doubts) for heading in headings_of(sheet, table)
        ]

    def _read_table(self, sheet: Sheet, table: Table, council: str) -> None:
        columns = self._columns(sheet, table)
        settle_dates(sheet, table, columns, self._labels, self._doubts)
        around = self._around(sheet, table, columns, council)
        if around is None:
            if all(one.holds is not Holds.ROLE_GROUP for one in columns):
                self._context.role_group(table.titles, sheet.name, self._role_group)
            return
        rows = TableReader(sheet, table, columns, around, self._labels).read()
        if any(not one.role_group for one in rows.found):
            named = self._context.role_group(table.titles, sheet.name, self._role_group)
            self._role_group = named or self._role_group
            rows.found = [
                one if one.role_group else one._replace(role_group=named) for one in rows.found
            ]
        self.reading.notes += settle_totals(rows, self._directory)
        self._place = self._total(rows) or self._place
        self.reading.rows += len(table.body)
        self.reading.refused += rows.refused
        self._found += [one for one in rows.found if one.role_group]

    def _total(self, rows: Rows) -> str | None:
        """The team that covers the others of a table."""
        teams = {one.place.team for one in rows.found}
        return next((key for key in teams if key and self._directory.teams[key].covers), None)

    def _around(
        self, sheet: Sheet, table: Table, columns: Sequence[Column], council: str
    ) -> Around | None:
        """What is known of a table before its rows are read; None where its place is asked."""
        moment = self._context.moment(table.titles, sheet.name)
        around = Around(council, when=moment)
        if any(
            settled(one, sheet, table, around, self._labels).holds in _PLACES for one in columns
        ):
            return around
        place = self._context.place(table.titles, sheet.name, council, self._place)
        if place is None:
            return None
        self._place = place
        return Around(council, place if "/" in place else None, moment)
