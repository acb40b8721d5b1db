"""A change is asked for by its words, by two times, or by a stretch to now."""

import pytest

from bot.pipeline import Knowledge
from bot.query.period import Month, Period, Since
from bot.query.query import Intent, Kind
from tests.question.asking import understood

JULY, MARCH = Month(7, 2023), Month(3, 2024)

CHANGES: dict[str, tuple[Period, ...]] = {
    "has the agency rate in Devon improved": (),
    "agency rate in Devon, trend": (),
    "is the agency rate in Devon up": (),
    "agency rate in Devon since July 2023": (Since(JULY),),
    "is the agency rate in Devon better than in July 2023": (Since(JULY),),
    "is the agency rate in Devon any lower than in July 2023": (Since(JULY),),
    "agency rate in Devon, July 2023 v March 2024": (JULY, MARCH),
    "are we losing permanent staff in Devon since July 2023": (Since(JULY),),
}


@pytest.mark.parametrize(("text", "periods"), CHANGES.items())
def test_a_change(known: Knowledge, text: str, periods: tuple[Period, ...]) -> None:
    asked = understood(known, text)

    assert asked.intent is Intent.CHANGE
    assert asked.periods == periods


@pytest.mark.parametrize(
    "text",
    [
        "agency rate in Devon in July 2023",
        "agency rate in Devon in July 2023 and March 2024",
        "which teams have an agency rate higher than 40% in July 2023",
        "agency rate in Devon compared with Dudley",
    ],
)
def test_no_change(known: Knowledge, text: str) -> None:
    assert understood(known, text).intent is not Intent.CHANGE


def test_a_change_that_was_published_is_a_figure_of_its_own(known: Knowledge) -> None:
    asked = understood(known, "published change in turnover, Torbay")

    assert (asked.intent, asked.kind) == (Intent.FIGURE, Kind.CHANGE)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("forecast of ASYEs recruited in Blackpool", Kind.PLANNED),
        ("benchmark figure for the sickness rate", Kind.BENCHMARK),
        ("agency rate in Devon", None),
    ],
)
def test_figures_that_are_not_what_is_so(known: Knowledge, text: str, kind: Kind | None) -> None:
    assert understood(known, text).kind is kind


@pytest.mark.parametrize(
    "text", ["agency rate in Devon compared with July", "agency rate in Devon v July"]
)
def test_a_time_that_is_all_that_is_compared_with_is_where_the_change_starts(
    known: Knowledge, text: str
) -> None:
    asked = understood(known, text)

    assert (asked.intent, asked.periods) == (Intent.CHANGE, (Since(Month(7)),))


@pytest.mark.parametrize(
    ("text", "aggregate"),
    [
        ("total grievances in 2023/24", "total"),
        ("average agency rate in Devon from July to December 2023", "average"),
        ("average caseload in Devon in 2022", None),
        ("grievances in 2023/24", None),
        ("total grievances", None),
    ],
)
def test_a_sum_or_mean_over_a_time_is_asked_for_as_such(
    known: Knowledge, text: str, aggregate: str | None
) -> None:
    assert understood(known, text).aggregate == aggregate
