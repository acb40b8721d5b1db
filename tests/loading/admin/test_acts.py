"""Names and single figures that an administrator adds, each with its line in the log."""

from datetime import date, timedelta

import pytest

from bot.loading.acts import names
from bot.loading.acts.freshness import late
from bot.loading.acts.single import UnsaidError, figure_said
from bot.loading.loads import Loader
from bot.loading.words import Wording
from bot.pipeline import Muster
from db.catalogue import Direction
from db.loads import audited
from db.loads.export import held_rows
from db.vocabulary import Kind
from tests.loading.store.conftest import NOW, Office

TODAY = date(2024, 6, 30)


def renewed(office: Office, url: str) -> Loader:
    """Give the same analyst with the names as they are now."""
    muster = Muster(url, office.loader.scope)
    lexicon = muster.knowledge().lexicon
    muster.close()
    return Loader(office.engine, lexicon, office.loader.scope, office.loader.via)


def log(office: Office) -> list[tuple[str, str, str, str]]:
    with office.engine.begin() as conn:
        lines = audited(conn, office.loader.scope)
    return [(one.act, one.subject, one.before, one.after) for one in lines]


def test_a_team_that_was_added_takes_figures_and_answers(office: Office, store_url: str) -> None:
    key = names.add_team(office.loader, "devon", "Night Shelter Desk", None, NOW)
    loader = renewed(office, store_url)
    reading = loader.read(office.rows("Night Shelter Desk,31 May 24,4"), council="devon")
    assert loader.load(reading, NOW)[1] is not None
    muster = Muster(store_url, loader.scope)
    result = muster.ask("agency fte in Night Shelter Desk", TODAY).result
    muster.close()
    assert [one.value for one in result.figures] == [4.0]  # type: ignore[union-attr] # else it fails
    assert log(office)[-1] == ("team add", key, "", "Night Shelter Desk")


def test_a_renamed_team_keeps_its_figures_and_its_old_name(office: Office, store_url: str) -> None:
    key = names.add_team(office.loader, "devon", "Night Shelter Desk", None, NOW)
    loader = renewed(office, store_url)
    loader.load(loader.read(office.rows("Night Shelter Desk,31 May 24,4"), council="devon"), NOW)
    names.rename_team(loader, key, "Harbour Quay", NOW)
    muster = Muster(store_url, loader.scope)
    for name in ("Night Shelter Desk", "Harbour Quay"):
        result = muster.ask(f"agency fte in {name}", TODAY).result
        assert [one.value for one in result.figures] == [4.0]  # type: ignore[union-attr] # else it fails
    muster.close()
    assert log(office)[0] == ("team rename", key, "Night Shelter Desk", "Harbour Quay")


def test_what_was_published_is_not_a_workspaces_to_rename(office: Office) -> None:
    with pytest.raises(names.BadNameError, match="published"):
        names.rename_team(office.loader, "devon/assessment", "Triage", NOW)
    assert log(office) == []


def test_a_team_cannot_be_part_of_itself(office: Office, store_url: str) -> None:
    upper = names.add_team(office.loader, "devon", "Night Shelter Desk", None, NOW)
    loader = renewed(office, store_url)
    lower = names.add_team(loader, "devon", "Harbour Quay", upper, NOW)
    loader = renewed(office, store_url)
    with pytest.raises(names.BadNameError, match="part of itself"):
        names.move_team(loader, upper, lower, NOW)
    names.move_team(loader, lower, None, NOW)
    assert renewed(office, store_url).lexicon.directory.teams[lower].parent is None


def test_an_alias_is_understood_and_only_in_its_workspace(office: Office, store_url: str) -> None:
    names.add_alias(office.loader, "Blue Door", "place:devon/assessment", NOW)
    own, other = Muster(store_url, office.loader.scope), Muster(store_url)
    question = "agency fte of social workers in blue door"
    assert own.ask(question, TODAY).query is not None
    assert other.ask(question, TODAY).query is None
    own.close()
    other.close()
    assert log(office) == [("alias", "blue door", "", "place:devon/assessment")]


@pytest.mark.parametrize("name", ["=cmd()", "<!channel>", "a|b", "", "x" * 81, "a\nb", "+1"])
def test_names_that_are_commands_elsewhere_are_refused(office: Office, name: str) -> None:
    with pytest.raises(names.BadNameError):
        names.add_team(office.loader, "devon", name, None, NOW)
    assert log(office) == []


def test_metrics_roles_and_councils_can_be_added_and_loaded(office: Office, store_url: str) -> None:
    names.add_council(office.loader, "Avonford Borough Council", "Avonford", NOW)
    names.add_metric(office.loader, "Supervisions held", "supervisions", Direction.INCREASE, NOW)
    names.add_role_group(office.loader, "Youth mentors", None, NOW)
    loader = renewed(office, store_url)
    path = office.folder / "new.csv"
    path.write_text(
        "Council,Role,Month,Supervisions held\nAvonford,Youth mentors,May 24,41\n",
        encoding="utf-8",
    )
    reading = loader.read(path)
    (one,) = reading.statements
    assert (one.metric, one.organisation, one.role_group, one.value) == (
        "supervisions_held",
        "avonford",
        "youth_mentors",
        41.0,
    )
    assert loader.load(reading, NOW)[1] is not None


OF_TEAM = "social workers Assessment Devon"
SAID = [
    (f"agency fte {OF_TEAM} 31 Mar 2024 27.0", Kind.ACTUAL, 27.0, "2024-03-31"),
    ("headcount social workers Devon Jul 23 = 1,234", Kind.ACTUAL, 1234.0, "2023-07"),
    (f"agency rate {OF_TEAM} 50% by Mar 2025", Kind.TARGET, 50.0, "2025-03"),
]


@pytest.mark.parametrize(("text", "kind", "value", "period"), SAID)
def test_a_figure_is_said_in_words(
    office: Office, text: str, kind: Kind, value: float, period: str
) -> None:
    wording = Wording(office.loader.lexicon)
    reading = figure_said(text, kind, wording, {"formula:agency_rate": "budget"})
    (one,) = reading.statements
    assert (one.value, one.when.key, one.kind) == (value, period, kind)
    said = office.loader.load(reading, NOW)[0].file.split(" ", 1)[1]
    assert said == text if kind is Kind.TARGET else text.startswith(said)
    assert kind is Kind.TARGET or text.rsplit(maxsplit=1)[-1] not in said


@pytest.mark.parametrize(
    "text",
    [
        "agency fte social workers Assessment 27.0",
        "social workers Assessment Devon 31 Mar 2024 27.0",
        "agency fte social workers 31 Mar 2024 27.0",
        "agency fte Assessment Devon 31 Mar 2024 27.0",
        "agency fte social workers Assessment Devon 31 Mar 2024 twelve",
        "27.0",
    ],
)
def test_a_figure_that_is_not_said_in_full_is_asked_for(office: Office, text: str) -> None:
    with pytest.raises(UnsaidError):
        figure_said(text, Kind.ACTUAL, Wording(office.loader.lexicon), {})


def test_a_series_that_misses_its_rhythm_is_late(office: Office) -> None:
    office.load(*(f"MASH,{month} 24,4" for month in ("Jan", "Feb", "Mar", "Apr")))
    with office.engine.begin() as conn:
        rows = held_rows(conn, office.loader.scope)
    assert late(rows, date(2024, 6, 10)) == []
    (one,) = late(rows, date(2024, 6, 30))
    assert (one.metrics, one.last, one.every) == (
        ("agency_fte",),
        date(2024, 4, 30),
        timedelta(days=30),
    )
