"""The whole catalogue, as the values of `db.catalogue`."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, TextClause

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
from db.reads.state import generation
from db.reads.statement import statement
from db.scope import Scope

ORGANISATIONS = statement(
    """
    SELECT o.id, o.key, o.name, o.short_name, o.kind, r.key, o.code
    FROM organisation o LEFT JOIN organisation r ON r.id = o.region_id
    WHERE o.workspace IN ('', :workspace) ORDER BY o.id
    """
)

TEAMS = statement(
    """
    SELECT t.id, t.key, t.name, o.key, p.key
    FROM team t JOIN organisation o ON o.id = t.organisation_id
    LEFT JOIN team p ON p.id = t.parent_id
    WHERE t.workspace IN ('', :workspace) ORDER BY t.id
    """
)

COVERS = statement(
    """
    SELECT c.group_id, m.key
    FROM team_cover c JOIN team g ON g.id = c.group_id JOIN team m ON m.id = c.member_id
    WHERE g.workspace IN ('', :workspace) ORDER BY c.group_id, c.member_id
    """
)

ROLE_GROUPS = statement(
    """
    SELECT g.id, g.key, g.name, p.key
    FROM role_group g LEFT JOIN role_group p ON p.id = g.parent_id
    WHERE g.workspace IN ('', :workspace) ORDER BY g.id
    """
)

COMBINATIONS = statement(
    """
    SELECT c.role_group_id, p.key
    FROM role_group_combination c
    JOIN role_group g ON g.id = c.role_group_id JOIN role_group p ON p.id = c.part_id
    WHERE g.workspace IN ('', :workspace) ORDER BY c.role_group_id, c.part_id
    """
)

METRICS = statement(
    """
    SELECT id, key, name, unit, direction, subject, facets, nature, decimals, definition,
           sensitivity, signed
    FROM metric WHERE workspace IN ('', :workspace) ORDER BY id
    """
)

FORMULAS = statement(
    """
    SELECT f.metric_id, f.id, f.key, f.words, f.numerator, f.denominator, f.population, f.basis,
           f.nature, f.source
    FROM formula f JOIN metric m ON m.id = f.metric_id
    WHERE m.workspace IN ('', :workspace) ORDER BY f.id
    """
)

ALIASES = statement(
    "SELECT text, means, rank FROM alias WHERE workspace IN ('', :workspace) ORDER BY rank, id"
)

TERMS = statement(
    "SELECT key, name, meaning, source FROM term WHERE workspace IN ('', :workspace) ORDER BY id"
)

EVENTS = statement(
    """
    SELECT e.key, e.name, o.key, e.month
    FROM event e JOIN organisation o ON o.id = e.organisation_id
    WHERE e.workspace IN ('', :workspace) ORDER BY e.id
    """
)

CAVEATS = statement(
    """
    SELECT key, text, metric, organisation, team, role_group, formula, period
    FROM caveat WHERE workspace IN ('', :workspace) ORDER BY id
    """
)

SOURCES = statement(
    """
    SELECT id, key, title, publisher, published, file
    FROM source WHERE workspace IN ('', :workspace) ORDER BY id
    """
)


def catalogue(conn: Connection, scope: Scope) -> Catalogue:
    """Give everything the scope may know by name, in the order it was loaded.

    It is read again when a load is committed in between, so that it is of one generation.
    """
    before = generation(conn)
    whole = _read(conn, scope, before)
    return whole if generation(conn) == before else catalogue(conn, scope)


def _read(conn: Connection, scope: Scope, current: int) -> Catalogue:
    def rows(wanted: TextClause) -> Iterable[Sequence[Any]]:
        return conn.execute(wanted, {"workspace": scope.workspace})

    covers, parts, formulas = rows(COVERS), rows(COMBINATIONS), rows(FORMULAS)
    return Catalogue(
        generation=current,
        organisations=tuple(Organisation(*row) for row in rows(ORGANISATIONS)),
        teams=_teams(rows(TEAMS), covers),
        role_groups=_role_groups(rows(ROLE_GROUPS), parts),
        metrics=_metrics(rows(METRICS), formulas),
        aliases=tuple(Alias(*row) for row in rows(ALIASES)),
        terms=tuple(Term(*row) for row in rows(TERMS)),
        events=tuple(Event(*row) for row in rows(EVENTS)),
        caveats=tuple(Caveat(*row) for row in rows(CAVEATS)),
        sources=tuple(Source(*row) for row in rows(SOURCES)),
    )


def _teams(rows: Iterable[Sequence[Any]], covers: Iterable[Sequence[Any]]) -> tuple[Team, ...]:
    covered = _keys_of(covers)
    return tuple(
        Team(team_id, key, name, organisation, parent, tuple(covered[team_id]))
        for team_id, key, name, organisation, parent in rows
    )


def _role_groups(
    rows: Iterable[Sequence[Any]], parts: Iterable[Sequence[Any]]
) -> tuple[RoleGroup, ...]:
    combined = _keys_of(parts)
    return tuple(
        RoleGroup(group_id, key, name, parent, tuple(combined[group_id]))
        for group_id, key, name, parent in rows
    )


def _keys_of(pairs: Iterable[Sequence[Any]]) -> defaultdict[int, list[str]]:
    keys = defaultdict(list)
    for owner, key in pairs:
        keys[owner].append(key)
    return keys


def _metrics(
    metrics: Iterable[Sequence[Any]], formulas: Iterable[Sequence[Any]]
) -> tuple[Metric, ...]:
    made = defaultdict(list)
    for metric_id, *columns in formulas:
        made[metric_id].append(_formula(*columns))
    return tuple(_metric(row, made[row[0]]) for row in metrics)


def _metric(row: Sequence[Any], formulas: Iterable[Formula]) -> Metric:
    metric_id, key, name, unit, direction, subject, facets, nature, *rest = row
    decimals, definition, sensitivity, signed = rest
    return Metric(
        id=metric_id,
        key=key,
        name=name,
        unit=unit,
        direction=Direction(direction),
        subject=subject,
        facets=tuple(facets.split()),
        nature=Nature(nature),
        decimals=decimals,
        definition=definition,
        formulas=tuple(formulas),
        sensitivity=sensitivity,
        signed=bool(signed),  # SQLite has no booleans
    )


def _formula(
    formula_id: int, key: str, words: str, numerator: str, denominator: str, *rest: str
) -> Formula:
    population, basis, nature, source = rest
    return Formula(
        id=formula_id,
        key=key,
        words=words,
        numerator=_split(numerator, "|"),
        denominator=tuple(_split(part, "|") for part in _split(denominator, "+")),
        population=population,
        basis=basis,
        nature=Nature(nature),
        source=source,
    )


def _split(text: str, mark: str) -> tuple[str, ...]:
    # A formula the source does not state has no parts, and "".split("|") would give it one.
    return tuple(text.split(mark)) if text else ()
