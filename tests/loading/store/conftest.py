"""Loading files into a store with the five reports, on each kind of database."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from bot.loading.changes.preview import Preview
from bot.loading.loads import Loader
from bot.pipeline import Knowledge
from db.loads import Act, redo, undo
from db.scope import Scope
from db.session import engine_for
from tests.conftest import STORES, load_reports
from tests.loading.workbooks import table
from tests.postgres import Server

NOW = datetime(2024, 6, 30, 9, tzinfo=UTC)
HELD = text(
    """
    SELECT s.identity, o.period_key, o.value, o.value_text, o.status, o.section, o.line,
           o.import_id
    FROM observation o JOIN series s ON s.id = o.series_id WHERE o.workspace = :workspace
    """
)
HEAD = "Team,Role,Month,Agency FTE"


@dataclass(frozen=True)
class Office:
    """An analyst with a workspace, and files."""

    engine: Engine
    loader: Loader
    folder: Path

    def rows(self, *rows: str, name: str = "figures.csv") -> Path:
        """Write a file of Devon's social workers: "Assessment,Jul 23,27"."""
        lines = [",Social workers,".join(row.split(",", 1)) for row in rows]
        return table(self.folder / name, HEAD, *lines)

    def preview(self, *rows: str) -> Preview:
        """See what a file would change."""
        return self.loader.preview(self.loader.read(self.rows(*rows), council="devon"))

    def load(self, *rows: str, name: str = "figures.csv") -> int | None:
        """Load a file; gives the number of the import."""
        reading = self.loader.read(self.rows(*rows, name=name), council="devon")
        return self.loader.load(reading, NOW)[1]

    def undo(self, number: int) -> None:
        """Take an import back."""
        undo(self.engine, self.workspace, number, self.act("undo"))

    def redo(self, number: int) -> None:
        """Put it in again."""
        redo(self.engine, self.workspace, number, self.act("redo"))

    def act(self, what: str) -> Act:
        """Do something now."""
        return self.loader.act(NOW, what, "")

    @property
    def workspace(self) -> str:
        """The workspace."""
        return self.loader.scope.workspace

    def held(self) -> set[tuple[object, ...]]:
        """Give every figure that the workspace has of its own."""
        with self.engine.begin() as conn:
            return {tuple(row) for row in conn.execute(HELD, {"workspace": self.workspace})}


@pytest.fixture(scope="session")
def reports_file(reports_sqlite_url: str) -> Path:
    """Give a SQLite store with the five reports that new ones are copied from."""
    return Path(reports_sqlite_url.removeprefix("sqlite:///"))


@pytest.fixture(scope="session")
def reports_database(postgres: Server, migrated_database: str) -> Iterator[str]:
    """Give the name of a database with the five reports that new ones are copied from."""
    name = postgres.create(migrated_database)
    load_reports(postgres.url(name))
    yield name
    postgres.leave(name)


@pytest.fixture(params=STORES)
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the address of a store with the five reports, on each kind of database."""
    if request.param == "sqlite":
        file: Path = request.getfixturevalue("reports_file")
        yield f"sqlite:///{shutil.copy(file, tmp_path / 'muster.db')}"
        return
    postgres: Server = request.getfixturevalue("postgres")
    name = postgres.create(request.getfixturevalue("reports_database"))
    yield postgres.url(name)
    postgres.leave(name)


@pytest.fixture
def office(store_url: str, known: Knowledge, tmp_path: Path) -> Iterator[Office]:
    """Give an analyst of workspace T1 over a store with the five reports."""
    engine = engine_for(store_url)
    yield Office(engine, Loader(engine, known.lexicon, Scope("T1", "U1"), "terminal"), tmp_path)
    engine.dispose()


@pytest.fixture
def another(office: Office, known: Knowledge) -> Callable[[str], Office]:
    """Give an analyst of another workspace over the same store."""

    def of(workspace: str) -> Office:
        loader = Loader(office.engine, known.lexicon, Scope(workspace, "U2"), "terminal")
        return Office(office.engine, loader, office.folder)

    return of
