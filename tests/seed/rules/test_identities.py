"""Figures of one load that should add up."""

from db.vocabulary import PeriodType, Status
from db.writes import NewObservation, SeriesKey
from seed.rules.identities import broken_identities

PARENTS = {"devon/a": None, "devon/b": None}


def row(
    metric: str,
    value: float,
    team: str | None = None,
    period: str = "2024-03",
    unit: str = "people",
) -> NewObservation:
    """Give a figure of Devon's staff."""
    return NewObservation(
        series=SeriesKey(metric, "devon", "all_staff", team=team and f"devon/{team}", unit=unit),
        period_type=PeriodType.MONTH,
        period_key=period,
        status=Status.REPORTED,
        source="hr",
        value=value,
    )


def told(*rows: NewObservation) -> list[tuple[str | None, str]]:
    """Give the metric and the words of each caveat."""
    return [(one.get("metric"), one["text"]) for one in broken_identities(rows, PARENTS)]


def test_posts_are_those_in_post_and_vacant() -> None:
    parts = (row("staff_in_post_fte", 39.0), row("vacancies_fte", 5.0))
    assert told(row("budgeted_fte", 44.0), *parts) == []
    assert told(row("budgeted_fte", 44.05), *parts) == []
    said = "39 in post and 5 vacant make 44, where 46 posts are given."
    assert told(row("budgeted_fte", 46.0), *parts) == [
        ("budgeted_fte", said),
        ("staff_in_post_fte", said),
        ("vacancies_fte", said),
    ]


def test_a_total_is_not_less_than_its_teams() -> None:
    parts = (row("headcount", 85, "a"), row("headcount", 371, "b"))
    assert told(row("headcount", 455), *parts) == [
        ("headcount", "The teams given make 456, the total says 455.")
    ]
    assert told(row("headcount", 456), *parts) == []
    assert told(row("headcount", 500), *parts) == []


def test_who_was_there_and_joined_and_did_not_leave_is_there() -> None:
    before = row("headcount", 100, period="2024-02")
    moved = (row("starters", 7), row("leavers", 3))
    assert told(before, *moved, row("headcount", 104)) == []
    assert told(before, *moved, row("headcount", 101)) == [
        ("headcount", "100 before, 7 starters and 3 leavers make 104, where 101 are given.")
    ]


def test_a_month_that_is_missing_breaks_nothing() -> None:
    moved = (row("starters", 7), row("leavers", 3), row("headcount", 101))
    assert told(row("headcount", 100, period="2024-01"), *moved) == []
    assert told(row("headcount", 100, period="2022/23"), *moved) == []
    january = [row(metric, 1, period="2024-01") for metric in ("starters", "leavers")]
    december = row("headcount", 9, period="2023-12")
    assert told(december, *january, row("headcount", 8, period="2024-01"))


def test_those_in_post_are_permanent_and_agency_unless_agency_is_left_out() -> None:
    parts = (row("permanent_fte", 12.0), row("agency_fte", 27.0))
    assert told(row("staff_in_post_fte", 39.0), *parts) == []
    assert told(row("staff_in_post_fte", 12.0), *parts) == []
    said = "12 permanent and 27 agency make 39, where 41 in post are given."
    assert told(row("staff_in_post_fte", 41.0), *parts)[0] == ("staff_in_post_fte", said)


def test_rates_are_not_added() -> None:
    parts = (row("agency_rate", 20, "a", unit="%"), row("agency_rate", 30, "b", unit="%"))
    assert told(row("agency_rate", 25, unit="%"), *parts) == []


def test_what_is_not_given_breaks_nothing() -> None:
    assert told(row("budgeted_fte", 46.0), row("staff_in_post_fte", 39.0)) == []
    assert told(row("headcount", 5, "a")) == []
