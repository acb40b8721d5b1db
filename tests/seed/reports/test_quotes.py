"""That what is quoted stands in the report, at the line that is cited."""

from pathlib import Path

import pytest

from seed.catalogue_files import read_catalogue
from seed.statements import Statement
from tests.seed.reports.shared import bundled, shared


def plain(text: str) -> str:
    """Give a text without the marks of bold type and with one space between words."""
    return " ".join(text.replace("*", "").split())


def stands_there(one: Statement, lines: list[str]) -> bool:
    number = int(one["line"])
    return number <= len(lines) and plain(one["quote"]) in plain(lines[number - 1])


@pytest.fixture(scope="module")
def reports() -> dict[str, list[str]]:
    """Give the lines of each report, by the key of its source."""
    files = {row.text("key"): row.text("file") for row in read_catalogue().sources}
    folder: Path = shared("seeds")
    return {
        key: (folder / file).read_text(encoding="utf-8").splitlines() for key, file in files.items()
    }


def test_every_quote_stands_at_its_line(reports: dict[str, list[str]]) -> None:
    statements = bundled().values()
    wrong = [one.where for one in statements if not stands_there(one, reports[one.source])]
    assert wrong == []


def test_a_quote_at_another_line_would_be_found_out(reports: dict[str, list[str]]) -> None:
    one = bundled()["DEV-333"]
    for fields in ({"line": "12"}, {"line": "99999"}, {"quote": "70% agency"}):
        moved = Statement({**one.fields, **fields}, one.source, one.line)
        assert not stands_there(moved, reports[one.source])
