"""Tables of small counts as councils have them, made at random, and an attack on what is shown."""

from collections.abc import Collection, Iterable
from random import Random

from scipy.optimize import linprog  # type: ignore[import-untyped]

from seed.disclosure.table import Key, Rate, Sum, Table, by_team_and_period

WHOLE = "all"


def made(random: Random) -> tuple[Table, Table]:
    """Give a table, and the same after a second release with later periods and services.

    Counts are small and often zero, as HR cases are; rates divide them by people.
    """
    teams = [f"team {number}" for number in range(random.randint(3, 7))]
    periods = [f"month {number}" for number in range(random.randint(2, 4))]
    later = [f"month {number}" for number in range(len(periods), len(periods) + 2)]
    counts: dict[Key, float] = {
        (team, period): random.choice((0, 0, 1, 2, 3, 4, 5, 7, 12, 30))
        for team in teams
        for period in (*periods, *later)
    }
    first = _summed(counts, teams, periods, WHOLE)
    both = _summed(counts, teams, [*periods, *later], "both releases")
    services = _services(dict(both.counts), teams)
    rates = tuple(_rates(counts, random))
    people = {rate.denominator: random.randint(2, 40) for rate in rates}
    second = Table(
        {**first.counts, **both.counts, **services[0], **people},
        (*first.sums, *both.sums, *services[1]),
        rates,
    )
    return first, second


def _summed(counts: dict[Key, float], teams: list[str], periods: list[str], whole: str) -> Table:
    own = {key: count for key, count in counts.items() if key[1] in periods}
    for team in teams:
        own[team, whole] = sum(own[team, period] for period in periods)
    for period in (*periods, whole):
        own[WHOLE, period] = sum(own[team, period] for team in teams)
    sums = by_team_and_period(own, teams, periods, WHOLE) if whole == WHOLE else ()
    if whole != WHOLE:
        sums = (
            *(Sum((WHOLE, one), tuple((team, one) for team in teams)) for one in (*periods, whole)),
            *(
                Sum((one, whole), tuple((one, period) for period in periods))
                for one in (*teams, WHOLE)
            ),
        )
    return Table(own, sums)


def _services(counts: dict[Key, float], teams: list[str]) -> tuple[dict[Key, float], list[Sum]]:
    """Two services of some teams each, which sum to the whole."""
    half = max(len(teams) // 2, 1)
    found: dict[Key, float] = {}
    sums: list[Sum] = []
    for period in {key[1] for key in counts}:
        parts = []
        for name, members in (("service a", teams[:half]), ("service b", teams[half:])):
            cells = tuple((team, period) for team in members)
            found[name, period] = sum(counts[cell] for cell in cells)
            sums.append(Sum((name, period), cells))
            parts.append((name, period))
        sums.append(Sum((WHOLE, period), tuple(parts)))
    return found, sums


def _rates(counts: Iterable[Key], random: Random) -> Iterable[Rate]:
    for key in counts:
        if random.random() < 0.3:
            yield Rate((*key, "rate"), key, (*key, "people"))


def attacked(
    table: Table, hidden: Collection[Key], wanted: Iterable[Key], rates: Iterable[Rate] = ()
) -> dict[Key, tuple[float, float]]:
    """Give what somebody can tell of hidden cells from all that is visible.

    Every cell is an unknown here, the visible ones fixed; visible `rates`, printed to one decimal
    place, bound their numerators.
    """
    order = {key: at for at, key in enumerate(table.counts)}
    ends: list[tuple[float, float | None]] = [
        (1, None) if key in hidden else (count, count) for key, count in table.counts.items()
    ]
    for rate in rates:
        if rate.numerator in hidden and rate.denominator not in hidden:
            people = table.counts[rate.denominator]
            printed = round(100 * table.counts[rate.numerator] / people, 1)
            ends[order[rate.numerator]] = (
                max((printed - 0.05) * people / 100, 1),
                (printed + 0.05) * people / 100,
            )
    rows = [[0] * len(order) for _ in table.sums]
    for row, one in zip(rows, table.sums, strict=True):
        for key in one.parts:
            row[order[key]] += 1
        row[order[one.total]] -= 1
    found = {}
    for key in wanted:
        told = []
        for sign in (1, -1):
            aim = [0] * len(order)
            aim[order[key]] = sign
            solved = linprog(aim, A_eq=rows, b_eq=[0] * len(rows), bounds=ends, method="highs")
            told.append(float("inf") if solved.status == 3 else sign * solved.fun)
        found[key] = (told[0], told[1])
    return found
