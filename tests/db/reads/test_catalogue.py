from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, Engine, event

from db import reads
from db.catalogue import (
    Alias,
    Catalogue,
    Caveat,
    Direction,
    Event,
    Formula,
    Metric,
    Nature,
    Organisation,
    RoleGroup,
    Source,
    Team,
    Term,
)
from db.scope import Scope
from db.writes import loader
from tests.db.bundle import load_bundle, load_names


@pytest.fixture
def known(engine: Engine, reader: Connection) -> Catalogue:
    """Give the catalogue of the bundle, with words."""
    with loader(engine) as load:
        load_names(load)
        load.aliases(
            [
                {"text": "locums", "means": "metric:vacancy_rate", "rank": 1},
                {"text": "locums", "means": "metric:agency_rate"},
            ]
        )
        load.terms([{"key": "fte", "name": "FTE", "meaning": "full-time equivalent"}])
        load.events(
            [{"key": "academy", "name": "Academy", "organisation": "devon", "month": "2020-09"}]
        )
        load.caveats([{"key": "census", "text": "30 September", "formula": "dfe"}])
    return reads.catalogue(reader, Scope())


@pytest.fixture
def statements(reader: Connection) -> Iterator[list[str]]:
    """Give the statements the reader runs from here on."""
    run: list[str] = []

    def note(*arguments: object) -> None:
        run.append(str(arguments[2]))

    event.listen(reader.engine, "before_cursor_execute", note)
    yield run
    event.remove(reader.engine, "before_cursor_execute", note)


def test_an_empty_store_has_an_empty_catalogue(reader: Connection) -> None:
    assert reads.catalogue(reader, Scope()) == Catalogue(generation=0)


def test_organisations_name_their_region(known: Catalogue) -> None:
    devon = next(found for found in known.organisations if found.key == "devon")
    expected = Organisation(
        devon.id, "devon", "Devon County Council", "Devon", "council", "south_west", "878"
    )
    assert devon == expected


def test_teams_name_their_parent_and_what_they_cover(known: Catalogue) -> None:
    teams = {team.key: team for team in known.teams}
    group, assessment = teams["devon/two"], teams["devon/assessment"]
    assert assessment == Team(
        assessment.id, "devon/assessment", "Assessment", "devon", "devon/social_care"
    )
    assert group == Team(group.id, "devon/two", "Both", "devon", None, ("devon/assessment",))


def test_role_groups_name_their_parent_and_parts(known: Catalogue) -> None:
    groups = {group.key: group for group in known.role_groups}
    workers, men = groups["social_workers"], groups["men"]
    assert workers == RoleGroup(workers.id, "social_workers", "Social workers", "all_staff")
    assert set(men.combines) == {"all_staff", "social_workers"}


def test_metrics_hold_their_formulas_taken_apart(known: Catalogue) -> None:
    dfe, unstated = known.metrics[0].formulas
    assert known.metrics[0] == Metric(
        known.metrics[0].id,
        "agency_rate",
        "agency rate",
        "%",
        Direction.DECREASE,
        "agency",
        ("rate", "share"),
        Nature.SNAPSHOT,
        1,
        "",
        (dfe, unstated),
    )
    assert dfe.numerator == ("agency_fte", "agency_workers")
    assert dfe.denominator == (("agency_fte", "agency_workers"), ("in_post_fte",))


def test_a_formula_that_is_not_stated_has_no_parts(known: Catalogue) -> None:
    _, unstated = known.metrics[0].formulas
    expected = Formula(unstated.id, "unstated", unstated.words, (), (), "", "", Nature.SNAPSHOT, "")
    assert unstated == expected


def test_aliases_stand_in_the_order_of_their_rank(known: Catalogue) -> None:
    assert known.aliases == (
        Alias("locums", "metric:agency_rate", 0),
        Alias("locums", "metric:vacancy_rate", 1),
    )


def test_words_and_sources_are_as_they_were_loaded(known: Catalogue) -> None:
    assert known.terms == (Term("fte", "FTE", "full-time equivalent", ""),)
    assert known.events == (Event("academy", "Academy", "devon", "2020-09"),)
    assert known.caveats == (Caveat("census", "30 September", formula="dfe"),)
    assert known.sources[0] == Source(known.sources[0].id, "report", "Report", "", "", "")


def test_the_catalogue_says_its_generation(known: Catalogue, engine: Engine) -> None:
    assert known.generation == 1
    load_bundle(engine)
    with engine.connect() as connection:
        assert reads.catalogue(connection, Scope()).generation == 2


def test_the_catalogue_takes_few_statements_however_much_it_holds(
    engine: Engine, reader: Connection, statements: list[str]
) -> None:
    with loader(engine) as load:
        load_names(load)
        load.aliases([{"text": f"word {number}", "means": "x"} for number in range(2_000)])
    assert len(reads.catalogue(reader, Scope()).aliases) == 2_000
    assert len(statements) <= 14


def test_a_catalogue_read_while_a_load_is_committed_is_read_again(
    engine: Engine, reader: Connection
) -> None:
    def load_meanwhile(*arguments: object) -> None:
        if "FROM alias" in str(arguments[2]) and not loads:
            loads.append(load_bundle(engine))

    loads: list[object] = []
    event.listen(reader.engine, "before_cursor_execute", load_meanwhile)
    catalogue = reads.catalogue(reader, Scope())
    assert (catalogue.generation, len(catalogue.organisations)) == (1, 3)
