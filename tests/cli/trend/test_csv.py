"""`muster trend` for a person: a CSV file or standard input, a chart and its words."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.main import cli
from bot.cli.trend.table import day_of, number_of
from bot.errors import BadSeriesError

DEVON = """Month,Agency rate,FTE
Jul 23,52%,113.6
Aug 23,47%,102.6
2023-09,46%,101.0
"""
TOLD = "46% in September 2023, 6 percentage points lower than in July 2023 (52%)."


def run(text: str, *options: str) -> Result:
    return CliRunner().invoke(cli, ["trend", *options], input=text)


@pytest.mark.parametrize(
    "text",
    [DEVON, DEVON.replace(",", ";"), DEVON.replace(",", "\t"), DEVON.partition("\n")[2]],
    ids=["commas", "semicolons", "tabs", "no heading"],
)
def test_dates_and_figures_as_people_write_them(text: str) -> None:
    assert TOLD in run(text, "--direction", "decrease").stdout


def test_another_column_and_unit() -> None:
    told = run(DEVON, "--column", "FTE", "--unit", "FTE").stdout
    assert "101 FTE in September 2023, 12.6 FTE lower than in July 2023 (113.6 FTE)." in told


def test_a_file_with_a_mark_of_its_encoding(tmp_path: Path) -> None:
    file = tmp_path / "devon.csv"
    file.write_text(DEVON, encoding="utf-8-sig")
    result = CliRunner().invoke(cli, ["trend", str(file), "--svg", str(tmp_path / "devon.svg")])
    assert TOLD in result.stdout
    assert TOLD in (tmp_path / "devon.svg").read_text(encoding="utf-8")


def test_a_blank_cell_is_a_gap() -> None:
    assert "No figure for October 2023" in run(f"{DEVON}Oct 23,,\n").stdout


def test_whole_figures_that_are_few_are_counts_of_rare_events() -> None:
    rows = "\n".join(f"{2020 + at // 12}-{at % 12 + 1:02},{at % 3 // 2}" for at in range(24))
    assert "Too few events to chart" in run(rows).stdout
    assert "Too few events to chart" not in run(rows, "--unit", "%").stdout


@pytest.mark.parametrize(
    ("text", "options", "sentence"),
    [
        ("", (), "There are no rows."),
        ("Month,Rate\n", (), "There is a heading and nothing below it."),
        (f"{DEVON}Sometime,4\nOct 23,many\n", (), "Line 5: 'Sometime' is no date. Line 6: 'many'"),
        (DEVON, ("--column", "Rate"), "There is no column 'Rate', but: Month, Agency rate, FTE."),
        (DEVON.partition("\n")[2], ("--column", "Rate"), "There is no heading"),
        (f"{DEVON}Jul 23,4%,1\n", (), "2023-07-01 is there twice."),
        (DEVON, ("--baseline", "3"), "A baseline takes at least 12 points."),
        ("a\0b,1\n", (), "It is no text."),
        ('Jul 23,"1\n', (), "Line 1"),
    ],
)
def test_a_bad_file_is_one_sentence_each(
    text: str, options: tuple[str, ...], sentence: str
) -> None:
    result = run(text, *options)
    assert isinstance(result.exception, BadSeriesError)
    assert sentence in str(result.exception)
    assert not result.stdout


def test_another_encoding_is_told(tmp_path: Path) -> None:
    file = tmp_path / "latin.csv"
    file.write_bytes(b"Month,Rate \xa3\nJul 23,4\n")
    result = CliRunner().invoke(cli, ["trend", str(file)])
    assert "not UTF-8" in str(result.exception)


def test_long_series_show_their_latest_points() -> None:
    rows = "\n".join(f"{2010 + at // 12}-{at % 12 + 1:02},{at % 7}.5" for at in range(120))
    told = run(rows).stdout
    assert "84 earlier points are not shown" in told
    assert "December 2019" in told
    assert "January 2010" not in told


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023-07", date(2023, 7, 1)),
        ("2023-07-31", date(2023, 7, 31)),
        ("31/07/2023", date(2023, 7, 31)),
        ("Jul-23", date(2023, 7, 1)),
        ("July 2023", date(2023, 7, 1)),
        ("Q2 2023/24", date(2023, 7, 1)),
        ("2022/23", date(2022, 4, 1)),
        ("2018", date(2018, 1, 1)),
        ("July", None),
        ("last month", None),
        ("Rate", None),
        ("Jul 23 to Sep 23", None),
        ("31/02/2023", None),
    ],
)
def test_dates(text: str, day: date | None) -> None:
    assert day_of(text) == day


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("45%", 45.0),
        ("1,234.5", 1234.5),
        ("£22.50", 22.5),
        ("-1.53", -1.53),
        ("\N{MINUS SIGN}1.53", -1.53),
        (".5", 0.5),
        ("12,34", None),
        ("4 FTE", None),
        ("", None),
        ("-", None),
        ("nan", None),
    ],
)
def test_numbers(text: str, number: float | None) -> None:
    assert number_of(text) == number
