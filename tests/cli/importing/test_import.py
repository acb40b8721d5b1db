"""`muster import`: what a file would change, a yes, and all of it or nothing."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.main import cli
from bot.errors import FileOfManyCouncilsError, NoServiceError, NothingToImportError
from bot.settings import settings
from tests.conftest import load_reports
from tests.seed.dfe.files import census, write
from tests.seed.ees.service import DATA_SET, Service, running

NEW = "264 figures: 264 new."


@pytest.fixture(autouse=True)
def store(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the command find a store with the five reports."""
    load_reports(sqlite_url)
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    settings.cache_clear()
    yield
    settings.cache_clear()


def run(path: Path, *options: str, answer: str = "") -> Result:
    return CliRunner().invoke(cli, ["import", str(path), *options], input=answer)


def test_what_it_would_change_is_told_and_asked(tmp_path: Path) -> None:
    path = write(tmp_path, census())
    refused, agreed = run(path, answer="n\n"), run(path, answer="y\n")
    assert NEW in refused.output
    assert "2 organisations: 2 new." in refused.output
    assert refused.output.endswith("Nothing was loaded.\n")
    assert NEW in agreed.output
    assert agreed.output.endswith("Loaded.\n")
    again = run(path)
    assert "264 figures: 264 as they were." in again.output
    assert "Load it?" not in again.output


def test_yes_answers_it(tmp_path: Path) -> None:
    path = write(tmp_path, census())
    assert run(path, "--yes").output.endswith("Loaded.\n")
    assert "as they were" in run(path, "--yes").output


def test_json_says_the_same(tmp_path: Path) -> None:
    path = write(tmp_path, census())
    shown, loaded = (json.loads(run(path, *options).output) for options in JSON)
    assert shown["changes"]["figures"] == {"added": 264, "changed": 0, "unchanged": 0}
    assert (shown["loaded"], loaded["loaded"]) == (False, True)
    assert shown | {"loaded": True} == loaded


JSON = (["--json"], ["--json", "--yes"])


def test_every_fault_is_told_and_nothing_loaded(tmp_path: Path) -> None:
    rows = census()
    rows[3] |= {"agency_fte": "..", "cases": "?"}
    path = write(tmp_path, rows)
    result = run(path, "--yes")
    assert result.exit_code == 1
    assert "line 5, column agency_fte: '..'" in result.stderr
    assert "csww.csv: 2 faults, nothing was loaded." in result.stderr
    as_json = json.loads(run(path, "--yes", "--json").output)
    assert [fault["where"] for fault in as_json["faults"]] == [
        "line 5, column agency_fte",
        "line 5, column cases",
    ]
    assert as_json["loaded"] is False


def test_a_file_of_no_known_kind(tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    assert "no row has headings that Muster recognises" in run(path).stderr


def test_a_council_for_a_file_that_names_its_own(tmp_path: Path) -> None:
    result = run(write(tmp_path, census()), "--council", "Devon")
    assert isinstance(result.exception, FileOfManyCouncilsError)


def test_an_edition_may_be_told(tmp_path: Path) -> None:
    path = write(tmp_path, census())
    assert "edition of 2026-03-19" in run(path, "--edition", "2026-03-19", "--yes").output
    assert "no month or day" in run(path, "--edition", "March").stderr


def test_the_service_is_asked_instead_of_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    with running(Service()) as url:
        monkeypatch.setenv("EES_URL", url)
        settings.cache_clear()
        ended = CliRunner().invoke(cli, ["import", "--from-ees", "--yes"])
        one = CliRunner().invoke(cli, ["import", "--from-ees", DATA_SET, "--yes"])
    assert "edition of 2026-03-19" in ended.output
    assert NEW in ended.output
    assert "264 as they were" in one.output
    monkeypatch.setenv("EES_URL", url)
    refused = CliRunner().invoke(cli, ["import", "--from-ees", "--yes"])
    assert isinstance(refused.exception, NoServiceError)
    assert "download its file, and: muster import FILE. (" in str(refused.exception)


@pytest.mark.parametrize("given", [(), ("--from-ees", "x", __file__)])
def test_a_file_or_the_service_is_named(given: tuple[str, ...]) -> None:
    ended = CliRunner().invoke(cli, ["import", *given])
    assert isinstance(ended.exception, NothingToImportError)
