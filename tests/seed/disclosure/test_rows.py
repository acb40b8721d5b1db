"""The rows of a load, without what is too small to show."""

from datetime import date

from db.catalogue import Team
from db.vocabulary import PeriodType, Status
from db.writes import NewObservation, SeriesKey
from seed.disclosure.rows import kept_back
from seed.disclosure.rules import Rule

TEAMS = [Team(number, f"devon/{name}", name, "devon") for number, name in enumerate("abc")]


def row(team: str | None, value: float, metric: str = "grievance_cases") -> NewObservation:
    """Give a count of a team, or of the whole council, in March 2024."""
    return NewObservation(
        series=SeriesKey(metric, "devon", "all_staff", team=team and f"devon/{team}", unit="cases"),
        period_type=PeriodType.MONTH,
        period_key="2024-03",
        period_end=date(2024, 3, 31),
        status=Status.REPORTED,
        source="hr",
        value=value,
        value_text=str(value),
        quote=f"{team}: {value}",
    )


def rate(team: str, top: float, bottom: float) -> NewObservation:
    """Give a rate of a team."""
    made = row(team, 100 * top / bottom, "grievance_rate")
    made["series"] = made["series"]._replace(unit="%")
    return {**made, "numerator": top, "denominator": bottom}


def told(rows: list[NewObservation]) -> list[float | None]:
    """Give the values that are left."""
    return [one.get("value") for one in kept_back(rows, TEAMS, lambda _: Rule())]


def test_a_small_count_and_what_would_tell_it_are_stored_without_value() -> None:
    rows = [row("a", 2), row("b", 9), row("c", 20), row(None, 31)]
    assert told(rows) == [None, None, 20, 31]
    first = kept_back(rows, TEAMS, lambda _: Rule())[0]
    assert (first["status"], first.get("value_text"), first.get("quote")) == (
        Status.SUPPRESSED,
        "",
        "",
    )


def test_a_total_with_more_than_its_teams_tells_less() -> None:
    assert told([row("a", 2), row("b", 9), row(None, 31)]) == [None, 9, 31]


def test_rates_on_few_people_and_of_hidden_counts_go_too() -> None:
    rows = [row("a", 2), row("b", 9), row(None, 31), rate("a", 2, 40), rate("b", 9, 40)]
    assert told(rows) == [None, 9, 31, None, 22.5]
    assert told([rate("b", 3, 4)]) == [None]


def test_nothing_is_hidden_without_a_rule() -> None:
    rows = [row("a", 2), row("b", 9)]
    assert kept_back(rows, TEAMS, lambda _: None) == rows
