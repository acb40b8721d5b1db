"""`muster admin answers`: an answer as it was given, and its figures then and now."""

from pathlib import Path

import pytest

from tests.cli.admin.conftest import Slack
from tests.cli.terminal import Terminal
from tests.loading.workbooks import table

QUESTION = "agency fte of social workers in Assessment in March 2024"
LABEL = "Agency FTE, social workers, Assessment (Devon), 31 March 2024"


@pytest.fixture
def load(terminal: Terminal, tmp_path: Path) -> "Load":
    """Give what loads one figure."""
    return Load(terminal, tmp_path)


class Load:
    """Loads files of one figure."""

    def __init__(self, terminal: Terminal, folder: Path) -> None:
        self._terminal, self._folder = terminal, folder

    def __call__(self, value: str, day: str = "31 Mar 2024") -> None:
        head = "Team,Role,Month,Agency FTE"
        row = f"Assessment,Social workers,{day},{value}"
        path = table(self._folder / "figures.csv", head, row)
        ended = self._terminal.run("import", str(path), "--council", "Devon", "--yes")
        assert "Loaded as import" in ended.out, ended


def test_an_answer_is_shown_word_for_word_with_its_unchanged_figures(
    terminal: Terminal, slack: Slack
) -> None:
    asked = slack.ask(QUESTION)
    lines = terminal.run("admin", "answers", asked.id.upper()).out.splitlines()
    assert lines[0].startswith("Asked on ")
    assert lines[0].endswith(f": “{QUESTION}”")
    assert lines[1].startswith("Agency FTE, social workers, Assessment (Devon): 27.0 FTE")
    assert lines[-1] == f"{LABEL}: 27.0 FTE then and now"


def test_a_figure_that_a_file_has_corrected_is_shown_beside_it(
    terminal: Terminal, slack: Slack, load: Load
) -> None:
    asked = slack.ask(QUESTION)
    load("26.5")
    out = terminal.run("admin", "answers", asked.id).out
    assert f"{LABEL}: 27.0 FTE then and now, beside 26.5 FTE (file figures.csv)\n" in out


def test_a_figure_that_was_loaded_again_or_taken_back_is_shown_as_it_is_now(
    terminal: Terminal, slack: Slack, load: Load
) -> None:
    load("27", "31 May 2024")
    asked = slack.ask("agency fte of social workers in Assessment in May 2024")
    show = ("admin", "answers", asked.id)
    load("26.5", "31 May 2024")
    assert "27 FTE then, 26.5 FTE (file figures.csv) now" in terminal.run(*show).out
    for number in ("3", "2"):
        assert terminal.run("admin", "undo", number).code == 0
    assert "27 FTE then, withdrawn since" in terminal.run(*show).out


def test_an_answer_that_is_not_there_is_said(terminal: Terminal, slack: Slack) -> None:
    ended = terminal.run("admin", "answers", "0123456789")
    assert (ended.code, ended.err) == (1, "It was not done. There is no answer '0123456789'.\n")
