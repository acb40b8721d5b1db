"""Taking imports back and putting them in again."""

from collections.abc import Callable
from datetime import date

import pytest

from bot.pipeline import Muster
from db.loads import ConflictError, audited, history
from tests.loading.store.conftest import Office

FIRST = ("Assessment,Jul 23,27", "MASH,Jul 23,3")
SECOND = ("Assessment,Jul 23,28", "Assessment,Aug 23,29")
ELSEWHERE = ("MASH,Sep 23,5",)
QUESTIONS = (
    "agency fte social workers Assessment",
    "agency fte social workers Assessment July 2023",
    "what do you know about Assessment in Devon",
    "which team has the most agency fte in Devon",
)


def loaded(office: Office, *rows: str) -> int:
    number = office.load(*rows)
    assert number is not None
    return number


def test_undo_restores_exactly_what_was_there_and_redo_puts_it_back(office: Office) -> None:
    loaded(office, *FIRST)
    before = office.held()
    second = loaded(office, *SECOND)
    after = office.held()
    office.undo(second)
    assert office.held() == before
    office.redo(second)
    assert office.held() == after
    office.undo(second)
    assert office.held() == before


def test_undo_works_after_later_imports_of_other_figures(office: Office) -> None:
    first = loaded(office, *FIRST)
    later = loaded(office, *ELSEWHERE)
    office.undo(first)
    assert {row[-1] for row in office.held()} == {later}
    office.redo(first)
    assert {row[-1] for row in office.held()} == {first, later}


def test_figures_that_a_later_import_changed_are_named_and_nothing_is_undone(
    office: Office,
) -> None:
    first = loaded(office, *FIRST)
    second = loaded(office, *SECOND)
    before = office.held()
    with pytest.raises(ConflictError) as refused:
        office.undo(first)
    assert [(one.period_key, one.import_id) for one in refused.value.conflicts] == [
        ("2023-07", second)
    ]
    assert office.held() == before
    office.undo(second)
    office.undo(first)
    assert office.held() == set()


def test_redo_is_refused_where_a_later_import_has_taken_the_place(office: Office) -> None:
    first = loaded(office, *FIRST)
    office.undo(first)
    later = loaded(office, "Assessment,Jul 23,30")
    with pytest.raises(ConflictError) as refused:
        office.redo(first)
    assert [one.import_id for one in refused.value.conflicts] == [later]
    assert {row[-1] for row in office.held()} == {later}


def test_only_an_import_that_stands_is_undone_and_only_once(
    office: Office, another: Callable[[str], Office]
) -> None:
    first = loaded(office, *FIRST)
    with pytest.raises(LookupError):
        office.redo(first)
    with pytest.raises(LookupError):
        another("T2").undo(first)
    office.undo(first)
    with pytest.raises(LookupError):
        office.undo(first)


def test_answers_after_an_undo_are_those_before_the_load(office: Office, store_url: str) -> None:
    muster = Muster(store_url, office.loader.scope)

    def answers() -> list[object]:
        return [muster.ask(one, date(2024, 6, 30)).result for one in QUESTIONS]

    before = answers()
    number = loaded(office, *FIRST, "Assessment,31 Mar 24,28")
    assert answers() != before
    office.undo(number)
    assert answers() == before
    muster.close()


def test_history_and_audit_tell_who_did_what(office: Office) -> None:
    number = loaded(office, *FIRST)
    office.undo(number)
    with office.engine.begin() as conn:
        (row,) = history(conn, office.loader.scope)
        acts = [
            (one.act, one.who, one.via, one.import_id) for one in audited(conn, office.loader.scope)
        ]
    assert (row.id, row.file, row.loaded_by, row.rows, row.status) == (
        number,
        "figures.csv",
        "U1",
        2,
        "undone",
    )
    assert acts == [("undo", "U1", "terminal", number), ("load", "U1", "terminal", number)]
