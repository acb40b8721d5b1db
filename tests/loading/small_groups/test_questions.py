"""Nothing that is asked, exported or sent gives a hidden count."""

import csv
from contextlib import closing

import pytest

from bot.digest.compose import compose
from bot.digest.gather import watching
from bot.digest.watched import Memory
from bot.loading.acts.disclosure import set_rule
from bot.loading.disclosure.rules import Disclosure
from bot.loading.exports import write_csv
from bot.pipeline import Muster
from db.loads.export import held_rows
from db.session import staging
from tests.loading.small_groups.cases import (
    APRIL,
    HIDDEN,
    MAY,
    QUESTIONS,
    TODAY,
    TOLD,
    Asker,
    load,
)
from tests.loading.store.conftest import NOW, Office


def test_no_question_gives_a_hidden_count(asker: Asker) -> None:
    for question in QUESTIONS:
        answer, text, figures = asker.ask(question)
        assert answer["outcome"]
        assert not TOLD.search(text), text
        shown = {
            (one.team.key if one.team else one.organisation.key, one.period.key): one.value
            for one in figures
            if one.metric.key == "grievance_cases"
        }
        assert {shown[key] for key in HIDDEN & shown.keys()} <= {None}, question


def test_the_questions_do_give_the_count_where_the_rule_is_off(
    office: Office, store_url: str
) -> None:
    set_rule(office.loader, "grievance_cases", Disclosure.OFF, NOW)
    load(office, *APRIL, name="april.csv")
    load(office, *MAY, name="may.csv")
    with closing(Asker(office, store_url)) as asker:
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
    with closing(Asker(office, store_url)) as asker:
        for asked in ("which team has the most grievance cases", "list grievance cases by team"):
            text = asker.ask(f"{asked} in Devon April 2024")[1]
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


@pytest.mark.parametrize("rule", list(Disclosure))
def test_a_digest_looks_at_no_hidden_count(
    office: Office, store_url: str, rule: Disclosure
) -> None:
    set_rule(office.loader, "grievance_cases", rule, NOW)
    load(office, *APRIL, name="april.csv")
    with closing(Muster(store_url, office.loader.scope)) as muster, muster.looking(TODAY) as looked:
        _, watched = watching("set:childrens_workforce:devon", looked[1])
        text = "\n".join(one.finding.text for one in compose(watched, Memory(), TODAY).items)
    points = {
        (point.team.key, point.period.key)
        for series in watched.series
        for point in series.points
        if point.team and point.metric.key == "grievance_cases"
    }
    assert ("devon/corporate_parenting", "2024-04") in points
    assert points.isdisjoint(HIDDEN) is (rule is Disclosure.DEFAULT)
    assert rule is Disclosure.OFF or not TOLD.search(text)
