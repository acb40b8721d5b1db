"""What is kept back of a workspace's HR cases, and that nothing gives it away."""

import csv
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from click.testing import CliRunner

from bot.cli.main import cli
from bot.digest.compose import compose
from bot.digest.gather import watching
from bot.digest.watched import Memory
from bot.errors import ChangedStoreError
from bot.loading import loads
from bot.loading.acts.disclosure import set_rule
from bot.loading.acts.undoing import REDO, UNDO, exchange
from bot.loading.disclosure import keep_back
from bot.loading.disclosure.rules import Disclosure
from bot.loading.exports import write_csv
from bot.pipeline import Muster
from bot.settings import settings
from db.loads import StaleError, audited
from db.loads.export import held_rows
from db.session import staging
from seed.disclosure.table import Key, Table, by_team_and_period
from tests.loading.store.conftest import NOW, Office
from tests.loading.store.small_groups import (
    APRIL,
    HEAD,
    HIDDEN,
    MAY,
    QUESTIONS,
    TODAY,
    TOLD,
    Asker,
    load,
)
from tests.loading.workbooks import table
from tests.seed.disclosure.tables import attacked

REASON = "for small groups and stored without a value"
PARTS = "counts from 1 to 4 (1), others that would tell one (1)"


def held(office: Office) -> dict[tuple[str, str], tuple[float | None, str]]:
    """Give the grievance cases that are held, by place and period."""
    with staging(office.engine) as conn:
        rows = held_rows(conn, office.loader.scope)
    return {
        (row.team or row.organisation, row.period): (row.value, row.status)
        for row in rows
        if row.metric == "grievance_cases"
    }


def hidden(office: Office) -> set[tuple[str, str]]:
    return {key for key, (value, status) in held(office).items() if status == "suppressed"}


@pytest.fixture
def asker(office: Office, store_url: str) -> Asker:
    """Give somebody who asks after April and May have been loaded."""
    load(office, *APRIL, name="april.csv")
    load(office, *MAY, name="may.csv")
    return Asker(office, store_url)


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


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_question_gives_a_hidden_count(asker: Asker, question: str) -> None:
    answer, text, figures = asker.ask(question)
    assert answer["outcome"]
    assert not TOLD.search(text), text
    shown = {
        (one.team.key if one.team else one.organisation.key, one.period.key): one.value
        for one in figures
        if one.metric.key == "grievance_cases"
    }
    assert {shown[key] for key in HIDDEN & shown.keys()} <= {None}


def test_the_questions_do_give_the_count_where_the_rule_is_off(
    office: Office, store_url: str
) -> None:
    set_rule(office.loader, "grievance_cases", Disclosure.OFF, NOW)
    load(office, *APRIL, name="april.csv")
    load(office, *MAY, name="may.csv")
    asker = Asker(office, store_url)
    told = [question for question in QUESTIONS if TOLD.search(asker.ask(question)[1])]
    assert len(told) > 6, told


def test_suppressed_blank_zero_late_and_not_held_are_five_replies(asker: Asker) -> None:
    asked = {
        "suppressed": "grievance cases in Assessment in April 2024",
        "zero": "grievance cases in Disabled Children's Service in April 2024",
        "late": "grievance cases in Assessment in June 2024",
        "not held": "grievance cases in MASH in April 2024",
        "blank": "manager vacancies in Disabled Children's Service",
    }
    replies = {name: asker.ask(question)[1].partition("\n")[0] for name, question in asked.items()}
    assert replies["suppressed"].startswith("Too few people")
    assert "0 cases" in replies["zero"]
    assert replies["late"].startswith("Not in yet")
    assert replies["not held"].startswith("I don't hold that")
    assert "blank, which is not zero" in replies["blank"]


def test_a_ranking_names_whom_it_leaves_out(asker: Asker) -> None:
    text = asker.ask("which team has the most grievance cases in April 2024")[1]
    assert "Corporate Parenting (Devon): 29 cases" in text
    named = text.partition("not reckoned with: ")[2].partition(".")[0]
    assert set(named.split(", ")) == {"Assessment", "Children & Families"}


def test_a_change_between_hidden_ends_is_too_few_people_too(asker: Asker) -> None:
    text = asker.ask("change in grievance cases in Assessment between April and May 2024")[1]
    assert text.startswith("Too few people")


def test_what_a_ranking_cannot_show_at_all_is_too_few_people(
    office: Office, store_url: str
) -> None:
    load(office, "Devon,Assessment,All staff,Apr 24,3,40", "Devon,MASH,All staff,Apr 24,2,9")
    for question in ("which team has the most grievance cases", "list grievance cases by team"):
        text = Asker(office, store_url).ask(f"{question} in Devon April 2024")[1]
        assert text.startswith("Too few people"), text


def test_an_export_holds_no_hidden_count_and_loads_again(office: Office) -> None:
    load(office, *APRIL)
    with staging(office.engine) as conn:
        rows = held_rows(conn, office.loader.scope)
    path = office.folder / "export.csv"
    write_csv(path, rows)
    with path.open(encoding="utf-8-sig") as file:
        exported = [row for row in csv.DictReader(file) if row["status"] == "suppressed"]
    assert {(row["value"], row["value_text"], row["numerator"]) for row in exported} == {
        ("", "", "")
    }
    assert not office.loader.preview(office.loader.read(path)).tally


def test_a_digest_speaks_of_no_hidden_count(office: Office, store_url: str) -> None:
    load(office, *APRIL, name="april.csv")
    load(office, *MAY, name="may.csv")
    muster = Muster(store_url, office.loader.scope)
    with muster.looking(TODAY) as (_, facts):
        digests = [
            compose(watching(f"set:{name}:devon", facts)[1], Memory(), TODAY)
            for name in ("childrens_workforce", "hr_cases")
        ]
    muster.close()
    text = "\n".join(item.finding.text for one in digests for item in one.items)
    assert not TOLD.search(text)


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


TEAMS = {
    "Assessment": "devon/assessment",
    "Children and Families": "devon/children_and_families",
    "Corporate Parenting": "devon/corporate_parenting",
    "Disabled Children's Service": "devon/disabled_children",
}
MONTHS = {"Apr 24": "2024-04", "May 24": "2024-05", "Jun 24": "2024-06", "Q1 2024/25": ""}


def released(office: Office, random: Random) -> Table:
    """Load made-up new grievances of three months in two files, with their totals."""
    counts: dict[Key, float] = {
        (team, month): random.choice((0, 1, 2, 3, 5, 7, 30))
        for team in TEAMS
        for month in [*MONTHS][:3]
    }
    whole = [*MONTHS][3]
    for team in TEAMS:
        counts[team, whole] = sum(counts[team, month] for month in [*MONTHS][:3])
    for month in MONTHS:
        counts[whole, month] = sum(counts[team, month] for team in TEAMS)
    lines = {key: f"Devon,{'' if key[0] == whole else key[0]},All staff,{key[1]},{value:g}"
             for key, value in counts.items()}  # fmt: skip
    for at, months in enumerate(([*MONTHS][:2], [*MONTHS][2:])):
        rows = [line for key, line in lines.items() if key[1] in months]
        path = table(
            office.folder / f"{at}.csv", "Council,Team,Role,Month,New grievance cases", *rows
        )
        office.loader.load(office.loader.read(path), NOW)
    sums = by_team_and_period(counts, [*TEAMS], [*MONTHS][:3], whole)
    return Table(counts, sums)


@pytest.mark.parametrize("seed", range(3))
def test_nobody_works_out_of_two_files_what_is_hidden(office: Office, seed: int) -> None:
    table_ = released(office, Random(seed))  # noqa: S311 - the same tables in every run
    with staging(office.engine) as conn:
        rows = held_rows(conn, office.loader.scope)
    whole = [*MONTHS][3]
    names = {key: name for name, key in TEAMS.items()} | {"": whole}
    months = {key: name for name, key in MONTHS.items()}
    gone = {(names[row.team], months.get(row.period, whole)) for row in rows if row.value is None}
    small = {key for key, count in table_.counts.items() if 0 < count < 5}
    assert small <= gone
    found = attacked(table_, gone, sorted(small))
    assert [key for key, (least, most) in found.items() if most - least < 2.999] == []


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
