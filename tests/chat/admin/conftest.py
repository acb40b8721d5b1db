"""An admin's desk: a workspace with Muster in it over a store of its own, and what was loaded."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.loading.loads import Loader
from bot.pipeline import Muster
from bot.sandbox.acting.interacting import Entries
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.workspace.views import View
from bot.settings import Settings
from db.delivery import delivery_url
from db.scope import Scope
from db.session import engine_for
from tests.chat.conftest import Opens, opens, settings_for
from tests.chat.slack.posted import Posted
from tests.chat.slack.workspace import CHANNEL, Workspace, only
from tests.loading.workbooks import table

__all__ = ["opens"]

COMMAND = "/muster-admin"
NOW = datetime(2024, 6, 11, 9, 30, tzinfo=UTC)
HEAD = "Team,Role,Month,Agency FTE"


@dataclass(frozen=True)
class Desk:
    """An admin in Slack, and the store behind Muster."""

    workspace: Workspace
    url: str
    folder: Path

    async def command(self, text: str, by: str = "anna") -> list[Posted]:
        """Type /muster-admin and more; give what was posted upon it."""
        person = self.workspace.people[by]
        return await self.workspace.upon(lambda: person.command(text, CHANNEL, COMMAND))

    async def told(self, text: str, by: str = "anna") -> Posted:
        """Type it; give the one reply."""
        return only(await self.command(text, by))

    async def press(self, on: Posted | View, label: str, by: str = "anna") -> list[Posted]:
        """Press a button by its words; give what was posted upon it."""
        person = self.workspace.people[by]
        place = on.message if isinstance(on, Posted) else on
        return await self.workspace.upon(lambda: person.press(place, label))

    async def submit(self, entries: Entries, by: str = "anna") -> list[Posted]:
        """Fill in the modal that is open; give what was posted upon it."""
        person, view = self.workspace.people[by], self.modal(by)
        return await self.workspace.upon(lambda: person.submit(view, entries))

    def modal(self, by: str = "anna") -> View:
        """Give the modal that is open."""
        view = self.workspace.people[by].modal
        assert view is not None
        return view

    def load(self, *rows: str) -> int | None:
        """Load figures of Devon's social workers from a terminal: "Assessment,Jul 23,27"."""
        lines = [",Social workers,".join(row.split(",", 1)) for row in rows]
        path = table(self.folder / "figures.csv", HEAD, *lines)
        scope = Scope(self.workspace.council.id, "jo")
        muster, engine = Muster(self.url, scope), engine_for(self.url)
        loader = Loader(engine, muster.knowledge().lexicon, scope, "terminal")
        number = loader.load(loader.read(path, council="devon"), NOW)[1]
        muster.close()
        engine.dispose()
        return number


def elements_in(posted: Posted) -> list[dict[str, Any]]:
    """Give every element that can be pressed, wherever it stands."""
    beside = [one["accessory"] for one in posted.blocks if one.get("accessory")]
    return [*(one for block in posted.drawn("actions") for one in block["elements"]), *beside]


@pytest.fixture
def known(slack: Sandbox, reports_sqlite_url: str, migrated_file: Path, tmp_path: Path) -> Settings:
    """Give the settings that lead to a store of its own, with the five reports."""
    held = reports_sqlite_url.removeprefix("sqlite:///")
    url = f"sqlite:///{shutil.copy(held, tmp_path / 'muster.db')}"
    shutil.copy(migrated_file, delivery_url(url).removeprefix("sqlite:///"))
    return settings_for(slack, url)


@asynccontextmanager
async def desk_over(opens: Opens, known: Settings, folder: Path) -> AsyncIterator[Desk]:
    """Start Muster; give a desk where Slack refused nothing and nothing live was written."""
    muster = Muster(known.database_url)
    async with opens(muster) as workspace:
        yield Desk(workspace, known.database_url, folder)
        assert workspace.slack.refused == []
        assert workspace.live == []
    muster.close()


@pytest.fixture
async def desk(opens: Opens, known: Settings, tmp_path: Path) -> AsyncIterator[Desk]:
    """Give an admin's desk."""
    async with desk_over(opens, known, tmp_path) as desk:
        yield desk
