"""Which figures an answer gives."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answer.values import Answer, NoFigures
from bot.corrections.figures import about, given, said
from bot.pipeline import Muster

TODAY = date(2024, 6, 11)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("agency fte of social workers in Assessment", [27.0]),
        ("how has agency rate changed in Devon since July 2023", [33.0, 44.0, 45.0, 52.0]),
        ("agency rate in the Court team", []),
        ("what is ASYE", []),
    ],
)
def test_those_that_are_said_are_given(muster: Muster, question: str, values: list[float]) -> None:
    found = [one.value for one in given(muster.ask(question, TODAY).result)]
    assert sorted(found) == values


def test_a_benchmark_is_given_too(muster: Muster) -> None:
    found = given(muster.ask("agency rate for social workers in Assessment", TODAY).result)
    assert "England" in "".join(one.label for one in found)
    assert len({one.about for one in found}) == len(found)


def test_what_lies_nearest_is_given_where_nothing_is_held(muster: Muster) -> None:
    result = muster.ask("agency fte of social workers in MASH", TODAY).result
    assert isinstance(result, NoFigures)
    assert [one.value for one in given(result)] == [one.value for one in result.near]
    assert result.near


def test_a_figure_is_called_as_it_was_said_and_one_without_a_value_is_none(
    muster: Muster,
) -> None:
    result = muster.ask("agency fte of social workers in Assessment", TODAY).result
    assert isinstance(result, Answer)
    [figure] = result.figures
    told = said(figure)
    assert told
    assert told.label == "Agency FTE, social workers, Assessment (Devon), 31 March 2024"
    assert told.about == about(figure)
    assert said(replace(figure, value=None)) is None
