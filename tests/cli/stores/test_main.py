"""The command itself: what it lists, and what it says to what it does not know."""

from collections.abc import Iterator

import pytest

from bot.cli.main import cli
from tests.cli.terminal import Terminal, opened


@pytest.fixture
def terminal(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Terminal]:
    """Give a terminal over a store without data."""
    with opened(sqlite_url, monkeypatch, capsys) as terminal:
        yield terminal


def test_help_lists_every_command_with_its_sentence(terminal: Terminal) -> None:
    ended = terminal.run("--help")
    listed = [line.split()[0] for line in ended.out.partition("Commands:\n")[2].splitlines()]
    assert ended.code == 0
    assert {"ask", "prepare", "check", "serve"} <= set(listed)
    assert "Answer QUESTION; without one, a conversation." in ended.out


def test_each_command_listed_can_be_imported() -> None:
    with cli.make_context("muster", ["--help"], resilient_parsing=True) as context:
        assert all(cli.get_command(context, name) for name in cli.list_commands(context))


def test_a_command_that_is_none_is_one_line_and_a_hint(terminal: Terminal) -> None:
    ended = terminal.run("asks", "agency rate")
    assert (ended.code, ended.out) == (2, "")
    assert "No such command 'asks'" in ended.err
    assert "Traceback" not in ended.err


def test_an_option_that_is_none_is_refused(terminal: Terminal) -> None:
    ended = terminal.run("ask", "--loud", "agency rate")
    assert ended.code == 2
    assert "--loud" in ended.err
