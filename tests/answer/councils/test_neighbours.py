"""A council's figure beside its statistical neighbours."""

from datetime import date

from bot.answer.values import Verdict
from bot.pipeline import Muster
from tests.answer.asking import answer_of, text_of, told, words_of

IN_2026 = date(2026, 11, 22)
ASKED = "Devon vs statistical neighbours on agency 2025"


def test_the_middle_of_the_neighbours_with_the_region_and_england(released: Muster) -> None:
    answer = answer_of(released, ASKED, on=IN_2026)
    assert told(answer.figures) == [("Devon County Council", 24.3)]
    found = [(one.name, one.figure.value, one.verdict) for one in answer.benchmarks]
    assert found == [
        ("median of statistical neighbours (2025 model)", 7.1, Verdict.ABOVE),
        ("South West", 14.9, Verdict.ABOVE),
        ("England", 13.0, Verdict.ABOVE),
    ]


def test_range_model_and_number_are_told(released: Muster) -> None:
    text = text_of(released, ASKED, on=IN_2026)
    middle = "Median of statistical neighbours (2025 model) 7.1%"
    assert f"{middle} (of 10, from 0.3% to 13.2%, 30 September 2025, same basis)" in text


def test_a_neighbour_without_a_number_is_named(released: Muster) -> None:
    asked = "Torbay agency rate against statistical neighbours 2025"
    text = text_of(released, asked, on=IN_2026)
    assert "of 9, from 1.9% to 31.3%; without a number: Sunderland" in text


def test_the_model_is_that_of_the_time(released: Muster) -> None:
    [first, *_] = words_of(released, "who are Devon's statistical neighbours?").lines
    assert first.startswith("Statistical neighbours of Devon, 2021 model")


def test_who_they_are_on_request(released: Muster) -> None:
    newest, older = words_of(released, ASKED, "who are they?", on=IN_2026).lines
    assert newest == (
        "Statistical neighbours of Devon, 2025 model, closest first: East Sussex, Dorset, "
        "Norfolk, Kent, Somerset, Suffolk, West Sussex, Derbyshire, Essex, Worcestershire."
    )
    assert "2021 model, closest first: Somerset, Shropshire" in older


def test_without_a_model_it_says_so(muster: Muster) -> None:
    assert words_of(muster, "who are Devon's statistical neighbours?").lines == (
        "I hold no statistical neighbours of Devon.",
    )
