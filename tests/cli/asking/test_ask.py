"""`muster ask`: one question, or a conversation that keeps its thread."""

import pytest

from tests.cli.terminal import Ended, Terminal

ON = ("--on", "2024-06-11")
HEAD = "Agency rate, social workers, Assessment (Devon): 69%"
GREETING = "Ask about your workforce; an empty line ends."


def said(ended: Ended) -> list[str]:
    """Give the lines of a command that ended well and complained of nothing."""
    assert (ended.code, ended.err) == (0, "")
    return ended.out.splitlines()


def test_a_question_is_answered_with_its_source(terminal: Terminal) -> None:
    lines = said(terminal.run("ask", *ON, "agency rate for social workers in Assessment"))
    assert lines[0].startswith(HEAD)
    assert lines[-1].startswith("Source: Devon County Council")


def test_words_need_no_quotation_marks(terminal: Terminal) -> None:
    question = "agency rate for social workers in Assessment".split()
    assert said(terminal.run("ask", *ON, *question))[0].startswith(HEAD)


def test_it_is_asked_as_on_the_day_that_is_named(terminal: Terminal) -> None:
    question = "agency FTE of social workers in Devon"
    assert "101.0 FTE, 31 March 2024" in said(terminal.run("ask", *ON, question))[0]
    earlier = terminal.run("ask", "--on", "2023-10-05", question)
    assert "97.0 FTE, October 2023" in said(earlier)[0]


def test_a_day_that_is_none_is_refused(terminal: Terminal) -> None:
    ended = terminal.run("ask", "--on", "yesterday", "agency rate")
    assert (ended.code, ended.out) == (2, "")
    assert "yesterday" in ended.err


@pytest.mark.parametrize("question", [" ", "[/bold]agency[bold] :boom:", "\udcff\udcfe"])
def test_whatever_is_typed_there_is_an_explanation_and_a_reply(
    terminal: Terminal, question: str
) -> None:
    lines = said(terminal.run("ask", *ON, "--explain", "--", question))
    assert lines[0].startswith("Tokens")
    assert "Try: “" in lines[-1]


def test_a_conversation_keeps_its_thread(terminal: Terminal) -> None:
    typed = "agency rate for social workers in Devon\nthanks\nhas it improved since July?\n\nhelp\n"
    lines = said(terminal.run("ask", *ON, typed=typed))
    assert lines[0] == GREETING
    assert "> You're welcome." in lines
    assert [line for line in lines if line.startswith("Down 7 percentage points: 52% (")]
    assert not [line for line in lines if "I answer questions" in line]  # an empty line ended it


def test_a_conversation_ends_with_its_input(terminal: Terminal) -> None:
    lines = said(terminal.run("ask", *ON, typed="agency rate in Blackpool"))
    assert lines[1].startswith("> Agency rate, social work qualified posts, Blackpool Council: 20%")


def test_nothing_typed_is_no_conversation(terminal: Terminal) -> None:
    assert said(terminal.run("ask", *ON)) == [GREETING, "> "]


def test_explain_shows_every_step(terminal: Terminal) -> None:
    lines = said(terminal.run("ask", *ON, "--explain", "asessment agency rate over 60%"))
    text = "\n".join(lines)
    titles = ("Tokens", "Cover 1: ", "Cover 2: ", "Query", "Figures found")
    assert [text.count(title) for title in titles] == [1] * len(titles)
    assert [text.index(title) for title in titles] == sorted(text.index(title) for title in titles)


@pytest.mark.parametrize(
    ("question", "cells"),
    [
        ("asessment agency rate", ("asessment", "assessment", "place:devon/assessment", "69%")),
        ("agency rate in July 2023", ("Month(month=7, year=2023)", "metric:agency_rate", "52%")),
        ("agency rate over 60% in Devon", ("Condition(comparison=", "devon/all_fou")),
        ("agency rate in Plymouth", ("Not understood", "unknown", "Plymouth")),
        ("caseload 3", ("number",)),
    ],
)
def test_explain_shows_what_a_step_made_of_the_one_before(
    terminal: Terminal, question: str, cells: tuple[str, ...]
) -> None:
    ended = terminal.run("ask", *ON, "--explain", question, COLUMNS="200")
    assert (ended.code, ended.err) == (0, "")
    for cell in cells:
        assert cell in ended.out


def test_explain_shows_the_sum_of_a_cover(terminal: Terminal) -> None:
    ended = terminal.run("ask", *ON, "--explain", "agency rate", COLUMNS="200")
    _, _, cover = ended.out.partition("Cover 1: ")
    total, *rows = cover.partition("Cover 2")[0].splitlines()
    scores = [float(row.split("│")[-2]) for row in rows if row.startswith("│")]
    assert float(total) == pytest.approx(sum(scores))


def test_explain_goes_on_in_a_conversation(terminal: Terminal) -> None:
    typed = "agency rate for social workers in Devon\nand managers?\n"
    lines = said(terminal.run("ask", *ON, "--explain", typed=typed))
    assert lines.count(next(line for line in lines if line.startswith("Figures found"))) == 2
