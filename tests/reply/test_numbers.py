"""Numbers as people read them."""

from dataclasses import replace

import pytest

from bot.answer.values import Name
from bot.reply.numbers import count, decimals, number, points, printed, share
from tests.reply.figures import FTE, RATE


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (27.0, "27"),
        (17.8, "17.8"),
        (-1.53, "-1.53"),
        (5522.0, "5,522"),
        (0.0, "0"),
        (33.601, "33.6"),
    ],
)
def test_a_number_has_no_needless_zeros(value: float, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize(
    ("unit", "value", "text", "said"),
    [
        ("%", 69.0, "69%", "69%"),
        ("%", 14.0, "14.00%", "14.00%"),  # the digits its source printed
        ("%", 11.2, "same as 11.2%", "11.2%"),
        ("FTE", 27.0, "27.0", "27.0 FTE"),
        ("FTE", -1.53, "-1.53", "-1.53 FTE"),
        ("days", 5522.0, "5522", "5,522 days"),
        ("people", 600.0, "Over 600", "600 people"),
        ("people", 1.0, "one", "1 person"),
        ("posts", 1.0, "1", "1 post"),
        ("posts", 0.0, "0", "0 posts"),
        ("cases per worker", 16.0, "16.", "16"),
        ("£", 1000.0, "£1000", "£1,000"),
        ("£ per hour", 44.0, "up to £44", "£44 an hour"),
        ("percentage points", -7.2, "7.2% reduction", "-7.2 percentage points"),
        ("% or percentage points", -23.0, "by 23%", "-23% or percentage points"),
        ("agencies", 3.0, "three", "3 agencies"),
    ],
)
def test_a_figure_has_its_unit_and_the_digits_its_source_printed(
    unit: str, value: float, text: str, said: str
) -> None:
    assert printed(replace(RATE, unit=unit, value=value, value_text=text)) == said


def test_length_of_service_is_said_in_years_and_months() -> None:
    service = Name("average_length_of_service", "Average length of service")
    figure = replace(
        FTE, metric=service, unit="months", value=110.0, value_text="9 years, 2 months"
    )
    assert printed(figure) == "9 years, 2 months"


def test_months_of_anything_else_are_months() -> None:
    assert printed(replace(FTE, unit="months", value=18.0, value_text="18")) == "18 months"


def test_no_value_is_what_was_printed_or_no_figure() -> None:
    assert printed(replace(RATE, value=None, value_text="n/a")) == "n/a"
    assert printed(replace(RATE, value=None, value_text="")) == "no figure"


@pytest.mark.parametrize(
    ("value", "said"),
    [(-7.0, "7 percentage points"), (1.0, "1 percentage point"), (51.2, "51.2 percentage points")],
)
def test_rates_change_in_points(value: float, said: str) -> None:
    assert points(value) == said


@pytest.mark.parametrize(("things", "said"), [(2, "Two"), (9, "Nine"), (12, "12")])
def test_few_things_are_counted_in_words(things: int, said: str) -> None:
    assert count(things) == said


def test_a_share_is_told_where_both_parts_are_held() -> None:
    assert share(RATE) == "27 of 39"
    assert share(replace(RATE, denominator=None)) == ""


@pytest.mark.parametrize(
    ("value", "text", "places"),
    [(69.0, "69%", 0), (17.8, "17.8%", 1), (15.4, "15.40", 2), (11.2, "", 1)],
)
def test_a_figure_is_as_fine_as_it_was_printed(value: float, text: str, places: int) -> None:
    assert decimals(replace(RATE, value=value, value_text=text)) == places
