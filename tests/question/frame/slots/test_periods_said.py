"""Of the periods said, those that tell the time are asked for."""

import pytest

from bot.pipeline import Knowledge
from bot.query.describe import describe
from bot.query.period import Event, Latest, Month, Period, Since, Span, Year
from tests.question.asking import understood

PERIODS: dict[str, tuple[Period, ...]] = {
    "agency rate": (),
    "agency rate in July 2023": (Month(7, 2023),),
    "agency rate now": (Latest(),),
    "agency rate now and in July 2023": (Latest(), Month(7, 2023)),
    "agency rate in July 2023 and now": (Month(7, 2023), Latest()),
    "current agency rate in July 2023": (Month(7, 2023),),
    "agency rate in July 2023 and July 2023": (Month(7, 2023),),
    "agency rate in 2017 and 2018": (Year(2017), Year(2018)),
    "agency rate since the learning academy launched": (Since(Event("learning_academy")),),
    "vacancies when the learning academy launched": (Event("learning_academy"),),
}


@pytest.mark.parametrize(("text", "periods"), PERIODS.items())
def test_the_periods_of_a_question(
    known: Knowledge, text: str, periods: tuple[Period, ...]
) -> None:
    assert understood(known, text).periods == periods


def test_a_name_of_a_month_is_no_month_where_it_is_a_verb(known: Knowledge) -> None:
    assert understood(known, "may I have the agency rate in Devon").periods == ()


def test_a_figure_that_covers_two_months_may_be_where_a_change_begins(known: Knowledge) -> None:
    asked = understood(known, "long term sick since May/June 2023")

    assert asked.periods == (Since(Span(Month(5, 2023), Month(6, 2023))),)
    assert understood(known, describe(asked, known.directory.names)) == asked
