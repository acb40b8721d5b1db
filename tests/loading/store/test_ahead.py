"""Many figures of new series: written in pieces, unseen, and shown at once."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import text

from db.loads import StaleError, ahead, history
from db.loads.export import held_rows
from tests.loading.store.conftest import NOW, Office

HELD = ("Assessment,Jun 23,27",)
ROWS = (
    "Assessment,Jun 23,28",
    *(
        f"{team},{month} 23,{at}"
        for at, month in enumerate(("Jul", "Aug", "Sep"), 3)
        for team in ("Assessment", "MASH")
    ),
)


@pytest.fixture(autouse=True)
def _small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let two figures be many."""
    monkeypatch.setattr(ahead, "PIECE", 2)
    monkeypatch.setattr(ahead, "sleep", lambda _: None)


def everything(office: Office) -> tuple[int, ...]:
    """Count all that a load could leave behind, whoever sees it."""
    with office.engine.begin() as conn:
        tables = ("observation", "series", "import", "shelved", "audit")
        return tuple(
            conn.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()  # noqa: S608 - ours
            for table in tables
        )


def test_what_was_written_ahead_is_what_would_have_been_loaded_at_once(
    office: Office, another: Callable[[str], Office], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = another("T2")
    for one in (office, other):
        one.load(*HELD)
    assert office.load(*ROWS)
    monkeypatch.setattr(ahead, "PIECE", 1_000)
    assert other.load(*ROWS)
    assert [row[:-1] for row in sorted(office.held(), key=str)] == [
        row[:-1] for row in sorted(other.held(), key=str)
    ]


def test_it_is_undone_as_any_other(office: Office) -> None:
    office.load(*HELD)
    before = office.held()
    number = office.load(*ROWS)
    assert number
    after = office.held()
    office.undo(number)
    assert office.held() == before
    office.redo(number)
    assert {row[:-1] for row in office.held()} == {row[:-1] for row in after}


def test_nobody_sees_it_before_it_is_whole(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.load(*HELD)
    seen = []

    def look(_: float) -> None:
        with office.engine.connect() as conn:
            seen.append(
                (len(held_rows(conn, office.loader.scope)), len(history(conn, office.loader.scope)))
            )

    monkeypatch.setattr(ahead, "sleep", look)
    assert office.load(*ROWS)
    assert len(seen) >= 4
    assert set(seen) == {(1, 1)}


@pytest.mark.parametrize("fault", [KeyboardInterrupt, StaleError])
def test_what_ends_in_between_leaves_nothing(
    office: Office, monkeypatch: pytest.MonkeyPatch, fault: type[BaseException]
) -> None:
    office.load(*HELD)
    before = everything(office)
    pauses = []

    def end(_: float) -> None:
        pauses.append(1)
        if len(pauses) == 3:
            raise fault

    monkeypatch.setattr(ahead, "sleep", end)
    with pytest.raises(fault):
        office.load(*ROWS)
    assert everything(office) == before


def test_a_store_that_changes_meanwhile_is_looked_at_again(
    office: Office, another: Callable[[str], Office], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = another("T2")
    before = everything(office)[0]

    def change(_: float) -> None:
        monkeypatch.setattr(ahead, "sleep", lambda _: None)
        other.load(*HELD)

    monkeypatch.setattr(ahead, "sleep", change)
    with pytest.raises(StaleError):
        office.load(*ROWS)
    assert everything(office)[0] == before + len(HELD)
    assert office.load(*ROWS)


def test_what_a_killed_load_left_is_removed_by_the_next_large_one_a_day_later(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as killed:
        killed.setattr(ahead.Ahead, "show", _die)
        killed.setattr(ahead.Ahead, "take_back", lambda _: None)
        with pytest.raises(SystemExit):
            office.load(*ROWS)
    left = everything(office)
    later = [row.replace("23", "24") for row in ROWS]
    reading = office.loader.read(office.rows(*later), council="devon")
    assert office.loader.load(reading, NOW + timedelta(days=2))[1]
    with office.engine.begin() as conn:
        hidden = conn.execute(text("SELECT count(*) FROM series WHERE workspace LIKE '~%'"))
        assert hidden.scalar_one() == 0
        assert len(held_rows(conn, office.loader.scope)) == len(ROWS)
    assert everything(office)[:3] == left[:3]


def _die(_ahead: object, _workspace: str) -> None:
    raise SystemExit
