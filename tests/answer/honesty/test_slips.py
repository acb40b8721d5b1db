"""Each slip of the reports, as docs/honesty.md lists them, with the question that meets it."""

from pathlib import Path

import pytest

from bot.pipeline import Muster
from tests.answer.asking import text_of

PAGE = Path(__file__).parents[3] / "docs" / "honesty.md"


def rows() -> list[tuple[str, str]]:
    """Give the question of each row and the words it must get."""
    cells = [
        [cell.strip() for cell in line.strip("|").split(" | ")]
        for line in PAGE.read_text("utf-8").splitlines()
        if line.startswith("| ") and not line.startswith("| the slip")
    ]
    assert all(len(row) == 3 for row in cells)
    return [(asked, said.rstrip(" |")) for _, asked, said in cells]


def test_there_are_slips_to_ask_about() -> None:
    assert len(rows()) > 45


@pytest.mark.parametrize(("asked", "said"), rows())
def test_a_slip_is_told_and_not_repeated(muster: Muster, asked: str, said: str) -> None:
    assert said in text_of(muster, asked)


def test_words_that_are_not_said_are_noticed(muster: Muster) -> None:
    assert "Down 7%" not in text_of(muster, rows()[3][0])
