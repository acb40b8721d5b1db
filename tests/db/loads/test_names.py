import pytest
from sqlalchemy import Connection, Engine

from db import reads
from db.scope import Scope
from db.writes import Counts, LoadError, NewAlias, NewTeam, SeriesKey, loader
from tests.db.bundle import (
    FORMULAS,
    ORGANISATIONS,
    ROLE_GROUPS,
    TEAMS,
    changes_of,
    figure,
    load_bundle,
    load_names,
)

SECOND_RATE = SeriesKey("vacancy_rate", "devon", "social_workers", team="devon/assessment")


def keys(reader: Connection, sort: str, scope: Scope | None = None) -> list[str]:
    entries = getattr(reads.catalogue(reader, scope or Scope()), sort)
    return [entry.key for entry in entries]


def load_aliases(engine: Engine, *aliases: NewAlias) -> dict[str, Counts]:
    with loader(engine) as load:
        load.aliases(aliases)
    return changes_of(load)


def test_a_first_load_adds_every_row_and_raises_the_generation(
    engine: Engine, reader: Connection
) -> None:
    counts = load_bundle(engine)
    assert counts == {
        "organisation": Counts(added=3),
        "team": Counts(added=3),
        "team_cover": Counts(added=1),
        "role_group": Counts(added=3),
        "role_group_combination": Counts(added=2),
        "metric": Counts(added=2),
        "formula": Counts(added=2),
        "source": Counts(added=2),
        "series": Counts(added=1),
        "observation": Counts(added=1),
    }
    assert reads.generation(reader) == 1


def test_the_same_load_again_writes_nothing(engine: Engine, reader: Connection) -> None:
    load_bundle(engine)
    before = reads.catalogue(reader, Scope())
    with loader(engine) as load:
        load_names(load)
    assert changes_of(load) == {}
    assert load.counts["team"] == Counts(unchanged=3)
    assert reads.catalogue(reader, Scope()) == before


def test_a_row_that_differs_is_changed_and_keeps_its_id(engine: Engine, reader: Connection) -> None:
    load_bundle(engine)
    before = reads.catalogue(reader, Scope()).role_groups[0]
    with loader(engine) as load:
        load.role_groups([{**group, "name": group["name"].upper()} for group in ROLE_GROUPS])
    assert load.counts["role_group"] == Counts(changed=3)
    after = reads.catalogue(reader, Scope()).role_groups[0]
    assert (after.id, after.name) == (before.id, before.name.upper())


def test_aliases_are_replaced_as_a_set(engine: Engine, reader: Connection) -> None:
    load_aliases(engine, {"text": "locums", "means": "metric:agency_rate"})
    again = load_aliases(engine, {"text": "agency", "means": "metric:agency_rate"})
    assert again == {"alias": Counts(added=1, removed=1)}
    assert [alias.text for alias in reads.catalogue(reader, Scope()).aliases] == ["agency"]


def test_a_load_without_aliases_leaves_them(engine: Engine, reader: Connection) -> None:
    load_aliases(engine, {"text": "locums", "means": "metric:agency_rate"})
    load_bundle(engine)
    assert len(reads.catalogue(reader, Scope()).aliases) == 1


def test_an_empty_set_of_aliases_removes_them_all(engine: Engine) -> None:
    load_aliases(engine, {"text": "locums", "means": "metric:agency_rate"})
    assert load_aliases(engine) == {"alias": Counts(removed=1)}


def test_names_that_are_gone_and_unused_are_removed_with_their_tree(
    engine: Engine, reader: Connection
) -> None:
    load_bundle(engine)
    with loader(engine) as load:
        load.teams([{"organisation": "torbay", "key": "torbay/care", "name": "Care"}])
        load.formulas([])
    assert keys(reader, "teams") == ["torbay/care"]
    assert load.counts["team"] == Counts(added=1, removed=3)
    assert load.counts["formula"] == Counts(removed=2)


def test_a_name_that_a_figure_still_needs_stays_with_all_above_it(
    engine: Engine, reader: Connection
) -> None:
    load_bundle(engine, [figure(SECOND_RATE)])
    with loader(engine) as load:
        load.teams([])
    assert sorted(keys(reader, "teams")) == ["devon/assessment", "devon/social_care"]


def test_a_load_that_does_not_replace_removes_nothing(engine: Engine, reader: Connection) -> None:
    load_bundle(engine)
    with loader(engine, replace=False) as load:
        load.teams([{"organisation": "torbay", "key": "torbay/care", "name": "Care"}])
    assert len(keys(reader, "teams")) == 4


def test_what_a_total_covers_follows_the_last_load(engine: Engine, reader: Connection) -> None:
    load_bundle(engine)
    covers = ["devon/assessment", "devon/social_care"]
    with loader(engine) as load:
        load.teams([{**TEAMS[0], "covers": covers}, *TEAMS[1:]])
    teams = {team.key: team for team in reads.catalogue(reader, Scope()).teams}
    assert set(teams["devon/two"].covers) == set(covers)
    with loader(engine) as load:
        load.teams([{**TEAMS[0], "covers": []}, *TEAMS[1:]])
    assert load.counts["team_cover"] == Counts(removed=2)


def test_rows_that_are_part_of_each_other_are_refused(engine: Engine) -> None:
    ring: list[NewTeam] = [
        {"organisation": "devon", "key": "a", "name": "A", "parent": "b"},
        {"organisation": "devon", "key": "b", "name": "B", "parent": "a"},
    ]
    load_bundle(engine)
    with pytest.raises(LoadError, match=r"team, row 1 \(a\): it is part of itself"):
        load_teams(engine, ring)


def load_teams(engine: Engine, teams: list[NewTeam], workspace: str = "") -> None:
    with loader(engine, workspace) as load:
        load.teams(teams)


def test_a_workspace_has_names_of_its_own_beside_the_published(
    engine: Engine, reader: Connection
) -> None:
    load_bundle(engine)
    load_teams(engine, [{"organisation": "devon", "key": "devon/night", "name": "Night"}], "T1")
    assert "devon/night" in keys(reader, "teams", Scope("T1"))
    assert "devon/two" in keys(reader, "teams", Scope("T1"))
    assert "devon/night" not in keys(reader, "teams", Scope("T2"))
    assert "devon/night" not in keys(reader, "teams")


def test_a_workspace_removes_neither_its_own_names_nor_others(
    engine: Engine, reader: Connection
) -> None:
    load_bundle(engine)
    for name in ("night", "day"):
        load_teams(engine, [{"organisation": "devon", "key": name, "name": name}], "T1")
    assert len(keys(reader, "teams", Scope("T1"))) == 5


def test_a_workspace_cannot_change_what_is_published(engine: Engine, reader: Connection) -> None:
    load_bundle(engine)
    with pytest.raises(LoadError, match=r"devon/two.*not for a workspace to change"):
        load_teams(engine, [{**TEAMS[0], "name": "Mine"}], "T1")
    with pytest.raises(LoadError, match="no metric 'agency_rate'"), loader(engine, "T1") as load:
        load.formulas(FORMULAS)
    assert "Mine" not in [team.name for team in reads.catalogue(reader, Scope("T1")).teams]


def test_published_rows_do_not_refer_to_a_workspace(engine: Engine) -> None:
    with loader(engine, "T1") as load:
        load.organisations(ORGANISATIONS)
    with pytest.raises(LoadError, match="there is no organisation 'devon'"):
        load_teams(engine, TEAMS)


def test_a_dry_run_counts_and_keeps_nothing(engine: Engine, reader: Connection) -> None:
    with loader(engine, dry_run=True) as load:
        load_names(load)
    assert load.counts["organisation"] == Counts(added=3)
    assert reads.generation(reader) == 0
    assert keys(reader, "organisations") == []


def test_an_error_keeps_nothing_of_the_load(engine: Engine, reader: Connection) -> None:
    def fail() -> None:
        with loader(engine) as load:
            load_names(load)
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    assert keys(reader, "organisations") == []


def test_the_fingerprint_is_kept_and_alone_raises_no_generation(
    engine: Engine, reader: Connection
) -> None:
    with loader(engine) as load:
        load.fingerprint("abc")
    assert (reads.content(reader), reads.generation(reader)) == ("abc", 0)
    load_bundle(engine)
    assert reads.content(reader) == "abc"
