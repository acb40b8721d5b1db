"""Figures released of all councils, beside what a council's own papers say."""

from datetime import date

import pytest

from bot.answer.values import Reason
from bot.pipeline import Muster
from tests.answer.asking import answer_of, nothing_of, result_of, text_of, told, words_of

IN_2026 = date(2026, 11, 22)


def test_a_figure_that_is_not_available_says_why(released: Muster) -> None:
    nothing = nothing_of(released, "Westminster agency 2025", on=IN_2026)
    assert nothing.reason is Reason.NOT_AVAILABLE
    assert "There are no figures of 2025 because of a cyber attack in November 2025." in (
        nothing.caveats
    )


def test_low_is_neither_zero_nor_missing(released: Muster) -> None:
    nothing = nothing_of(released, "Sunderland agency rate", on=IN_2026)
    assert (nothing.reason, nothing.detail) == (Reason.LOW, "low")
    text = text_of(released, "Sunderland agency rate", on=IN_2026)
    assert text.startswith("Above zero, but it rounds to zero and is printed as “low”")


def test_overlapping_regions_are_not_summed(released: Muster) -> None:
    answer = answer_of(released, "London agency rate 2025", on=IN_2026)
    assert told(answer.figures) == [("London", 17.9)]


def test_five_years_back_of_a_yearly_figure(released: Muster) -> None:
    [figure] = answer_of(released, "agency rate in Devon five years ago", on=IN_2026).figures
    assert (figure.period.key, figure.value) == ("2020-09-30", 26.1)


def test_the_newest_printing_is_quoted_and_the_older_told(released: Muster) -> None:
    answer = answer_of(released, "England agency rate 2023", on=IN_2026)
    assert told(answer.figures) == [("England", 17.9)]
    assert answer.changes == ()
    assert (
        "England's 17.8% is as first published; the DfE revised it to 17.9% in later editions."
        in answer.caveats
    )


def test_the_older_printing_of_a_region_is_told_too(released: Muster) -> None:
    answer = answer_of(released, "East of England turnover rate 2018", on=IN_2026)
    [figure] = answer.figures
    assert figure.value == 13.9
    assert any("14.0% as published then" in one for one in answer.caveats)


def test_an_edition_still_to_come_is_not_counted_as_held(released: Muster) -> None:
    asked = "what do you hold for Torbay"
    before, after = words_of(released, asked).lines[0], words_of(released, asked, on=IN_2026)
    assert before == "For Torbay Council I hold 42 figures, to May 2021:" or "2025" not in before
    assert "to September 2025" in after.lines[0]


@pytest.mark.parametrize(
    ("question", "value"),
    [("Blackpool agency rate", 20), ("average caseload Blackpool", 21)],
)
def test_a_councils_own_words_come_first(older: Muster, question: str, value: float) -> None:
    answer = answer_of(older, question)
    assert [one.value for one in answer.figures] == [value]


def test_what_its_papers_do_not_hold_is_told_from_the_release(older: Muster) -> None:
    answer = answer_of(older, "vacancy rate in Dudley")
    [figure] = answer.figures
    assert (figure.period.key, figure.edition) == ("2022-09-30", "2023-03")


def test_sw_is_the_south_west_too_once_it_is_held(older: Muster) -> None:
    assert result_of(older, "SW agency rate").outcome == "ambiguous"  # type: ignore[union-attr]


def test_the_month_is_that_of_the_monthly_row(released: Muster) -> None:
    asked = "which month had the lowest social worker agency rate in Devon"
    [figure] = answer_of(released, asked, on=IN_2026).figures
    assert figure.period.key == "2023-12"


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2024, 6, 11), "six months older than yours; the next is due in March 2025."),
        (date(2025, 5, 1), "six months older than yours; the next was due in March 2025 and"),
    ],
)
def test_the_age_of_a_benchmark(muster: Muster, on: date, words: str) -> None:
    text = text_of(muster, "is Devon's social worker agency rate above England", on=on)
    assert f"England's figure is {words}" in text


def test_a_benchmark_that_is_not_the_newest_has_no_next(released: Muster) -> None:
    text = text_of(released, "Devon's social worker agency rate vs England", on=IN_2026)
    assert "England's figure is six months older than yours." in text
