"""What is kept back as HR cases are loaded, by whose rule, and what comes back."""

from collections.abc import Callable
from typing import Any

import pytest
from click.testing import CliRunner

from bot.cli.main import cli
from bot.errors import ChangedStoreError
from bot.loading import loads
from bot.loading.acts.disclosure import set_rule
from bot.loading.acts.undoing import REDO, UNDO, exchange
from bot.loading.disclosure import keep_back
from bot.loading.disclosure.rules import Disclosure
from bot.settings import settings
from db.loads import StaleError, audited
from db.session import staging
from tests.loading.small_groups.cases import (
    APRIL,
    HEAD,
    HIDDEN,
    TOLD,
    held,
    hidden,
    load,
)
from tests.loading.store.conftest import NOW, Office
from tests.loading.workbooks import table

REASON = "for small groups and stored without a value"
PARTS = "counts from 1 to 4 (1), others that would tell one (1)"


def test_small_counts_and_what_would_tell_them_are_stored_without_a_value(office: Office) -> None:
    load(office, *APRIL)
    assert hidden(office) == HIDDEN
    assert {value for key, (value, _) in held(office).items() if key in HIDDEN} == {None}


def test_the_preview_says_how_many_and_why(office: Office) -> None:
    reading = office.loader.read(
        table(office.folder / "a.csv", "Council,Team,Role,Month,Grievance cases",
              *(row.rpartition(",")[0] for row in APRIL)))  # fmt: skip
    preview = office.loader.preview(reading)
    assert preview.notes == (f"2 figures are kept back {REASON}: {PARTS}.",)
    assert not any(TOLD.search(line) for line in (*preview.newest, *preview.warnings))


def test_a_later_file_does_not_tell_what_an_earlier_one_kept_back(office: Office) -> None:
    load(office, *(row for row in APRIL if "Families" not in row and ",," not in row))
    assert hidden(office) == {("devon/assessment", "2024-04")}
    load(office, *(row for row in APRIL if "Families" in row or ",," in row))
    assert len(hidden(office)) == 2
    assert held(office)["devon", "2024-04"][0] is None or len(hidden(office) & HIDDEN) == 2


def test_what_is_hidden_stays_hidden_in_a_revision(office: Office) -> None:
    load(office, *APRIL)
    load(office, *(row.replace(",3,", ",8,").replace(",49,", ",54,") for row in APRIL))
    assert hidden(office) == HIDDEN
    assert held(office)["devon", "2024-04"][0] == 54


def test_what_was_published_is_not_hidden(office: Office) -> None:
    published = "Devon,Children and Young People's Futures,All staff,Jul 23,2,40"
    load(office, published)
    assert hidden(office) == set()


def test_an_administrator_decides_for_a_metric_and_the_log_tells_who(office: Office) -> None:
    set_rule(office.loader, "grievance_cases", Disclosure.OFF, NOW)
    load(office, *APRIL)
    assert hidden(office) == set()
    set_rule(office.loader, "grievance_cases", Disclosure.DEFAULT, NOW)
    load(office, *APRIL)
    assert hidden(office) == HIDDEN
    with staging(office.engine) as conn:
        log = audited(conn, office.loader.scope)
    told = [(one.before, one.after) for one in log if one.act == "disclosure"]
    assert told == [("off", "default"), ("default", "off")]
    with pytest.raises(LookupError, match="no metric 'x'"):
        set_rule(office.loader, "x", Disclosure.OFF, NOW)


def test_figures_shown_before_are_told_of_when_they_are_hidden(office: Office) -> None:
    set_rule(office.loader, "grievance_cases", Disclosure.OFF, NOW)
    load(office, *APRIL)
    set_rule(office.loader, "grievance_cases", Disclosure.DEFAULT, NOW)
    reading = office.loader.read(
        table(office.folder / "may.csv", "Council,Team,Role,Month,Grievance cases",
              "Devon,MASH,All staff,May 24,9"))  # fmt: skip
    assert "2 of them are held and were shown until now." in "\n".join(
        office.loader.preview(reading).notes
    )


def test_undo_and_redo_bring_back_what_was_there(office: Office) -> None:
    before = held(office)
    number = load(office, *APRIL) or 0
    after = held(office)
    exchange(office.loader, number, UNDO, NOW)
    assert held(office) == before
    exchange(office.loader, number, REDO, NOW)
    assert held(office) == after


def test_an_import_does_not_come_back_where_it_would_tell(office: Office) -> None:
    parts = [row for row in APRIL if ",," not in row]
    number = load(office, *parts, name="teams.csv") or 0
    assert hidden(office) == {("devon/assessment", "2024-04")}
    exchange(office.loader, number, UNDO, NOW)
    load(office, *(row for row in APRIL if ",," in row), name="total.csv")
    with pytest.raises(LookupError, match="would tell one; load the file"):
        exchange(office.loader, number, REDO, NOW)


def test_an_import_does_not_come_back_against_the_rule_of_now(office: Office) -> None:
    set_rule(office.loader, "grievance_cases", Disclosure.OFF, NOW)
    number = load(office, *APRIL) or 0
    exchange(office.loader, number, UNDO, NOW)
    set_rule(office.loader, "grievance_cases", Disclosure.DEFAULT, NOW)
    with pytest.raises(LookupError, match="kept back for small groups by now"):
        exchange(office.loader, number, REDO, NOW)


def test_another_workspace_has_its_own_rule(
    office: Office, another: Callable[[str], Office]
) -> None:
    set_rule(office.loader, "grievance_cases", Disclosure.OFF, NOW)
    other = another("T2")
    load(other, *APRIL)
    assert hidden(other) == HIDDEN


def test_what_was_decided_holds_only_while_nobody_else_loads(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    total = [row for row in APRIL if ",," in row]
    teams = [row for row in APRIL if ",," not in row]
    decided = keep_back.keep_back

    def meanwhile(*given: Any) -> Any:
        monkeypatch.setattr(loads, "keep_back", decided)
        kept = decided(*given)
        load(office, *total, name="total.csv")
        return kept

    monkeypatch.setattr(loads, "keep_back", meanwhile)
    with pytest.raises(StaleError):
        load(office, *teams, name="teams.csv")
    assert set(held(office)) == {("devon", "2024-04")}
    load(office, *teams, name="teams.csv")
    assert hidden(office) == HIDDEN


def test_somebody_who_loads_at_the_same_time_is_one_line_in_the_terminal(
    office: Office, store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stale(*_: Any, **__: Any) -> None:
        raise StaleError

    monkeypatch.setenv("DATABASE_URL", store_url)
    monkeypatch.setattr(loads.Loader, "load", stale)
    settings.cache_clear()
    path = str(table(office.folder / "april.csv", HEAD, *APRIL))
    said = "set grievance cases all staff MASH Devon Apr 24 9".split()
    for command in (["import", path, "--yes"], ["admin", *said, "--yes"]):
        ended = CliRunner().invoke(cli, command)
        assert isinstance(ended.exception, ChangedStoreError), ended.output
    settings.cache_clear()
