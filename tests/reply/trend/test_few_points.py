"""Under thirteen points no reply says more than the numbers: no template can."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.pipeline import Muster
from tests.answer.asking import text_of

ROOT = Path(__file__).parents[3]
TOLD_FROM_THIRTEEN_ON = {
    ("bot/reply/trend/sentences.py", "_verdict"),
    ("bot/reply/trend/sentences.py", "_fired"),
}
"""The only functions whose sentences may speak of more: they need a chart with limits."""
OF_A_TEST = {("bot/reply/sentences/benchmarks.py", "_STANDS")}
"""The words of a test of whole counts, which is no claim about time."""
BANNED = re.compile(
    r"\b(trend\w*|improv(?:ing|es|ed)|worsen\w*|stabl[ey]|significan\w*)\b", re.IGNORECASE
)


def templates(source: str, file: str) -> Iterator[tuple[str, str]]:
    """Give the texts of a module that are no docstrings, each with where it stands."""
    for top in ast.parse(source).body:
        name = getattr(top, "name", "")
        if isinstance(top, ast.Assign) and isinstance(top.targets[0], ast.Name):
            name = top.targets[0].id
        if (file, name) in TOLD_FROM_THIRTEEN_ON | OF_A_TEST:
            continue
        if isinstance(top, ast.Expr | ast.Import | ast.ImportFrom):
            continue
        told = {id(one.value) for one in ast.walk(top) if isinstance(one, ast.Expr)}
        for one in ast.walk(top):
            if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in told:
                yield name, one.value


def said_too_much(source: str, file: str) -> list[str]:
    """Give the texts of a module with a word that few points do not allow."""
    return [
        f"{file} {name}: {text}"
        for name, text in templates(source, file)
        if " " in text and BANNED.search(text)
    ]


def test_no_template_says_more_than_the_numbers() -> None:
    files = [path for part in ("reply", "answer") for path in (ROOT / "bot" / part).rglob("*.py")]
    assert len(files) > 60
    found = [
        line
        for path in files
        for line in said_too_much(path.read_text("utf-8"), path.relative_to(ROOT).as_posix())
    ]
    assert found == []


def test_the_search_finds_a_word_that_is_there() -> None:
    planted = 'def told():\n    """No trend."""\n    return f"the rate is {1} and improving"\n'
    assert said_too_much(planted, "planted.py") == ["planted.py told:  and improving"]
    assert said_too_much('_STANDS = {1: "significantly higher"}\n', "other.py")


@pytest.mark.parametrize(
    "question",
    [
        "how has Devon's social worker agency rate changed since July 2023?",
        "SW agency FTE in Devon since July 2023",
        "has sickness in Devon improved",
        "average caseload in Assessment since 2022",
    ],
)
def test_a_reply_on_few_points_has_none_of_the_words(muster: Muster, question: str) -> None:
    said = text_of(muster, question).partition("\nSource:")[0]
    assert not BANNED.search(said), said
