"""Answers in words: what a word means, what is held, how recent it is and where it comes from."""

from datetime import date

import pytest

from bot.answer.dates import say_held
from bot.answer.values import HeldPeriod, Outcome
from bot.pipeline import Muster
from bot.query.query import Intent
from tests.answer.asking import nothing_of, told, words_of


def test_a_term_has_its_meaning_and_source(muster: Muster) -> None:
    explained = words_of(muster, "what does ASYE mean")
    assert explained.outcome is Outcome.DEFINITION
    assert explained.lines[0].startswith("ASYE is the Assessed and Supported Year in Employment")
    assert explained.lines[1].startswith("Source: Department for Education")


def test_a_metric_has_its_formulas_as_they_are_used(muster: Muster) -> None:
    first, *formulas = words_of(muster, "how is the agency rate calculated").lines
    assert first.startswith("Agency rate: Agency workers as a share of the workforce.")
    assert [line.partition(" (")[0] for line in formulas] == [
        "Agency FTE ÷ FTE in post and agency together",
        "Agency FTE ÷ budgeted FTE",
    ]


def test_a_word_that_is_a_term_and_a_metric_is_told_once(muster: Muster) -> None:
    lines = words_of(muster, "definition of caseload").lines
    assert lines[0].startswith("Cases per social worker.")
    assert not [line for line in lines[1:] if "Cases per social worker." in line]


def test_two_terms_asked_together_are_both_told(muster: Muster) -> None:
    lines = words_of(muster, "what's the difference between headcount and FTE").lines
    assert [line[:12] for line in lines if not line.startswith("Source")] == [
        "FTE is full-",
        "Headcount is",
    ]


def test_what_is_held_is_counted_by_council(muster: Muster) -> None:
    lines = words_of(muster, "what do you hold").lines
    assert [line.partition(":")[0] for line in lines] == [
        "Devon County Council",
        "Dudley Metropolitan Borough Council",
        "Blackpool Council",
        "Cambridgeshire County Council",
        "Torbay Council",
    ]
    assert lines[1] == "Dudley Metropolitan Borough Council: 31 figures, to February 2021"


def test_cells_without_a_value_and_aims_without_a_number_are_not_counted(muster: Muster) -> None:
    """Nine sections and a total, of which the report leaves three blank."""
    first, *lines, few = words_of(muster, "what do you hold for Dudley").lines
    assert first == "For Dudley Metropolitan Borough Council I hold 31 figures, to February 2021:"
    assert lines == [
        "• Agency workers: 7, to February 2021",
        "• Permanent employees: 7, to February 2021",
        "• Vacancies: 7, to February 2021",
    ]
    assert few.startswith("Up to 4 figures each: ")
    assert "Permanent rate, target" in few
    assert "Turnover rate" not in few


def test_every_metric_of_a_council_is_named(muster: Muster) -> None:
    text = "\n".join(words_of(muster, "what do you hold for Devon").lines)
    for name in ("Agency rate: 26", "Headcount: 15", "Long service staff", "Sickness rate"):
        assert name in text


def test_what_is_held_of_a_nation_is_named_as_benchmarks(muster: Muster) -> None:
    lines = words_of(muster, "what do you hold for England").lines
    assert "Agency rate, benchmark" in lines[-1]


def test_of_whom_nothing_is_held_it_is_said(muster: Muster) -> None:
    [line] = words_of(muster, "what do you hold for the South West").lines
    assert line == "I hold no figures of South West."


def test_recency_is_of_what_has_been(muster: Muster) -> None:
    """Torbay's report of May 2021 plans for January 2022, Dudley's of 2021 aims at 2023."""
    assert words_of(muster, "how recent is this").lines == (
        "Devon County Council: latest figure June 2024",
        "Dudley Metropolitan Borough Council: latest figure February 2021",
        "Blackpool Council: latest figure December 2020",
        "Cambridgeshire County Council: latest figure November 2019",
        "Torbay Council: latest figure May 2021",
    )


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("how recent is the Devon data", "Devon County Council: latest figure June 2024"),
        (
            "how recent is the agency rate in Devon",
            "Devon County Council: latest figure March 2024, the first July 2023",
        ),
        ("how recent is the England benchmark", "England: latest figure September 2023"),
        ("how recent is the retention rate", "I hold no dated figure of that."),
    ],
)
def test_recency_of_what_is_asked_about(muster: Muster, question: str, line: str) -> None:
    assert words_of(muster, question).lines == (line,)


def test_a_source_is_the_figure_with_its_words(muster: Muster) -> None:
    explained = words_of(muster, "source of the caseload in Blackpool")
    assert told(explained.figures) == [("Blackpool Council", 21)]
    assert explained.figures[0].source.line == 78
    assert explained.figures[0].source.quote == "at the end of July 2020 this had reduced to 21"


def test_the_source_of_nothing_is_nothing(muster: Muster) -> None:
    nothing = nothing_of(muster, "source of the turnover rate in Torbay")
    assert nothing.query.intent is Intent.SOURCE


@pytest.mark.parametrize(
    ("question", "intent"),
    [("help", Intent.HELP), ("thanks", Intent.THANKS), ("hello", Intent.GREETING)],
)
def test_talk_has_no_figure(muster: Muster, question: str, intent: Intent) -> None:
    explained = words_of(muster, question)
    assert (explained.query.intent, explained.lines, explained.figures) == (intent, (), ())


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (("day", "2024-03-31", date(2024, 3, 31), date(2024, 3, 31)), "31 March 2024"),
        (("month", "2023-07", date(2023, 7, 1), date(2023, 7, 31)), "July 2023"),
        (("year", "2018", date(2018, 1, 1), date(2018, 12, 31)), "2018"),
        (("financial_year", "2022/23", date(2022, 4, 1), date(2023, 3, 31)), "2022/23"),
        (
            ("census_year", "2018", date(2017, 10, 1), date(2018, 9, 30)),
            "year to 30 September 2018",
        ),
        (
            ("span", "2022-01..2022-09", date(2022, 1, 1), date(2022, 9, 30)),
            "January to September 2022",
        ),
        (
            ("span", "2019-01..2020-08", date(2019, 1, 1), date(2020, 8, 31)),
            "January 2019 to August 2020",
        ),
        (
            ("each_month", "2023-05..2023-06", date(2023, 5, 1), date(2023, 6, 30)),
            "May and June 2023",
        ),
        (("span", "..2024-06", None, date(2024, 6, 30)), "up to June 2024"),
        (
            ("year_to_date", "2023-10..2024-04", date(2023, 10, 1), date(2024, 4, 30)),
            "year to date, October 2023 to April 2024",
        ),
        (("undated", "undated", None, None, "standing"), "standing"),
        (("undated", "undated", None, None), "undated"),
    ],
)
def test_a_period_is_said_as_people_write_it(
    period: tuple[str, str, date | None, date | None], words: str
) -> None:
    assert say_held(HeldPeriod(*period)) == words
