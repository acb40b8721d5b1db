"""`muster admin words`."""

from importlib import import_module

import pytest

from bot.delivery.sending.people import Nobody, Standing
from tests.cli.admin.conftest import Slack
from tests.cli.terminal import Terminal

QUESTION = "agency fte for social workers in the blue door"


def test_in_a_terminal_nobody_in_slack_is_known() -> None:
    nobody = Nobody()
    assert not nobody.is_admin("T1", "U1")
    assert nobody.profile("T1", "U1") is None
    assert nobody.standing("T1", "U1") is Standing.UNKNOWN
    assert nobody.is_shared("T1", "C1")


def test_words_that_wait_are_listed_with_what_they_may_mean(
    terminal: Terminal, slack: Slack
) -> None:
    slack.ask("attrishun in Assessment")
    slack.ask("attrishun in Assessment", person="U2")
    out = terminal.run("admin", "words").out
    assert "attrishun" in out
    assert "metric:turnover_rate" in out
    assert "2" in out


def test_no_word_waits_where_nobody_was_kept_from_an_answer(terminal: Terminal) -> None:
    assert terminal.run("admin", "words").out == "No word waits.\n"


def test_a_word_that_is_accepted_is_known_and_whoever_asked_is_answered_once(
    terminal: Terminal, slack: Slack
) -> None:
    asked = slack.ask(QUESTION)
    slack.ask("vacancies in Wibble", channel="C2")
    ended = terminal.run("admin", "words", "accept", "Blue Doors", "Assessment")
    assert ended.out == "“blue door” now means place:devon/assessment. Questions answered: 1.\n"
    [post] = slack.waiting()
    assert (post["channel"], post["thread_ts"]) == (asked.channel, asked.thread_ts)
    assert "27.0 FTE" in post["text"]
    assert "“blue door” is now known as Assessment, Devon." in post["text"]
    again = terminal.run("admin", "words", "accept", "blue door", "place:devon/assessment")
    assert "Questions answered" in again.out
    assert len(slack.waiting()) == 1
    assert "27" in terminal.run("ask", QUESTION).out


def test_what_would_change_is_shown_before_it_is_asked_for(
    terminal: Terminal, slack: Slack
) -> None:
    slack.ask("turnover in the Court team")
    accept = ("admin", "words", "accept", "court", "place:devon/mash")
    shown = terminal.run(*accept, typed="n\n").out
    assert "known questions would be answered otherwise:" in shown
    assert "    now:  I don't know “Court” here" in shown
    assert "    then: I don't hold that: Agency rate, MASH, Devon." in shown
    assert "Nothing was changed." in shown
    assert slack.waiting() == []
    assert "now means place:devon/mash" in terminal.run(*accept, typed="y\n").out
    assert len(slack.waiting()) == 1


def test_no_more_than_a_few_changes_are_shown(
    terminal: Terminal, slack: Slack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_module("bot.cli.admin.words"), "_SHOWN", 1)
    slack.ask("turnover in the Court team")
    shown = terminal.run("admin", "words", "accept", "court", "MASH", "--yes").out
    assert "  … and 2 more.\n" in shown


def test_a_word_that_is_ignored_or_not_ours_waits_no_more_until_it_is_reopened(
    terminal: Terminal, slack: Slack
) -> None:
    slack.ask(QUESTION)
    for act, told in (("ignore", "is ignored"), ("not-ours", "is not one of ours")):
        assert terminal.run("admin", "words", act, "blue door").out == f"“blue door” {told}.\n"
        assert terminal.run("admin", "words").out == "No word waits.\n"
    assert terminal.run("admin", "words", "reopen", "blue door").out == (
        "“blue door” waits again.\n"
    )
    assert "blue door" in terminal.run("admin", "words").out


def test_a_word_that_is_reopened_means_nothing_any_more(terminal: Terminal, slack: Slack) -> None:
    slack.ask(QUESTION)
    terminal.run("admin", "words", "accept", "blue door", "Assessment")
    terminal.run("admin", "words", "reopen", "blue door")
    assert "27" not in terminal.run("ask", QUESTION).out
    log = terminal.run("admin", "audit").out
    assert "alias removed" in log


def test_what_is_no_word_and_what_is_no_meaning_is_said(terminal: Terminal, slack: Slack) -> None:
    slack.ask(QUESTION)
    for args, said in (
        (("ignore", "wibble"), "“wibble” has kept nobody from an answer."),
        (("ignore", "47"), "“47” has kept nobody from an answer."),
        (("accept", "blue door", "place:nowhere"), "There is nothing that is 'place:nowhere'."),
        (("accept", "blue door", "wibble"), "'wibble' may mean nothing; give the key."),
    ):
        ended = terminal.run("admin", "words", *args)
        assert (ended.code, ended.err) == (1, f"It was not done. {said}\n")
