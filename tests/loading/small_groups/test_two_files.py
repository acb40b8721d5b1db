"""An attack on what two files together show."""

from random import Random

import pytest

from db.loads.export import held_rows
from db.session import staging
from seed.disclosure.table import Key, Table, by_team_and_period
from tests.loading.store.conftest import NOW, Office
from tests.loading.workbooks import table
from tests.seed.disclosure.tables import attacked

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
