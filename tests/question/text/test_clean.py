"""What Slack sends is cleaned to what a person wrote."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.question.text.clean import MAX_LENGTH, clean

CLEANED = {
    "C&amp;F agency rate": "C&F agency rate",
    "&lt;b&gt;agency&lt;/b&gt; rate": "<b>agency</b> rate",
    "&gt; agency rate": "> agency rate",
    "<@U012ABC> agency rate": "agency rate",
    "agency <#C024BE7LR|workforce> rate": "agency rate",
    "<!here> agency rate": "agency rate",
    "<https://council.example/a|Agency rate> in Devon": "Agency rate in Devon",
    "see <https://council.example/a> agency rate": "see agency rate",
    "<mailto:hr@council.example|HR> headcount": "HR headcount",
    ":wave: agency rate :chart_with_upwards_trend:": "agency rate",
    "agency rate :thumbsup::skin-tone-2:": "agency rate",
    "agency rate :+1: :-1: :100:": "agency rate",
    "agency\x7frate": "agency rate",
    "*agency rate* for _social workers_ in `Assessment` ~now~": (
        "agency rate for social workers in Assessment now"
    ),
    "what\u2019s \u201cMASH\u201d": 'what\'s "MASH"',
    "Jul \u2013 Mar \u2014 agency\u2026": "Jul - Mar - agency",
    "July \u2192 March": "July -> March",
    "agency\u00a0rate\tin\r\nDevon": "agency rate in Devon",
    "Assess\u200bment \ufeffteam\u00ad": "Assessment team",
    "\u202bagency rate\u202c \u2066in Devon\u2069": "agency rate in Devon",
    "agency\x00rate\x07": "agency rate",
    "\uff41\uff47\uff45\uff4e\uff43\uff59 rate": "agency rate",
    "agency rate \U0001f600": "agency rate",
    "\u00a344 an hour": "\u00a344 an hour",
    "ag\u00e9ncy r\u00e1te": "ag\u00e9ncy r\u00e1te",
    "  agency   rate  ": "agency rate",
    "at 10:30 or 11:45": "at 10:30 or 11:45",
    "": "",
    "\U0001f469\u200d\U0001f4bc \U0001f4c8": "",
}


@pytest.mark.parametrize(("sent", "meant"), CLEANED.items(), ids=repr)
def test_markup_and_what_nobody_sees_are_taken_out(sent: str, meant: str) -> None:
    assert clean(sent) == meant


def test_capitals_are_kept_for_they_are_the_sign_of_a_name() -> None:
    assert clean("turnover in the *Court* team") == "turnover in the Court team"


@settings(deadline=None)
@given(st.text(max_size=200))
def test_what_is_cleaned_holds_no_control_character_and_no_space_twice(text: str) -> None:
    cleaned = clean(text) or ""

    assert not cleaned or cleaned.isprintable()
    assert "  " not in cleaned
    assert cleaned == cleaned.strip()


def test_a_question_is_too_long_by_what_was_written_not_by_its_markup() -> None:
    link = "<https://council.example/" + "a" * MAX_LENGTH + "|agency rate>"

    assert clean("a" * MAX_LENGTH) == "a" * MAX_LENGTH
    assert clean("a" * (MAX_LENGTH + 1)) is None
    assert clean(link) == "agency rate"


def test_what_is_longer_than_any_markup_is_too_long_unread() -> None:
    assert clean(" " * 40_000) is None
