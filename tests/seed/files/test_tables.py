from pathlib import Path

import pytest

from seed.tables import CatalogueError, Row, read_rows, read_toml


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "teams.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_a_row_knows_the_line_of_its_heading(tmp_path: Path) -> None:
    path = written(tmp_path, '# teams\n[[team]]\nkey = "a"\n\n[[ team ]]  # b\nkey = "b"\n')
    places = [(row.text("key"), row.where) for row in read_rows(path, "team")]
    assert places == [("a", "teams.toml, line 2"), ("b", "teams.toml, line 5")]


def test_a_table_within_a_row_is_a_part_of_it(tmp_path: Path) -> None:
    path = written(tmp_path, '[[team]]\nkey = "a"\n[[team.lead]]\nkey = "x"\n[[team]]\nkey = "b"\n')
    first, second = read_rows(path, "team")
    assert (first.tables("lead"), second.tables("lead")) == ([{"key": "x"}], [])
    assert second.line == 5


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[[team]\n", "teams.toml: not TOML: "),
        ('[[team]]\nkey = "a"\nkey = "b"\n', "teams.toml: not TOML: "),
        (b"[[team]]\nkey = '\xff'\n", "teams.toml: not TOML: "),
        ('[[teams]]\nkey = "a"\n', "teams.toml: holds something else than [[team]] tables"),
        ('[team]\nkey = "a"\n', "teams.toml: holds something else than [[team]] tables"),
        ('team = [{key = "a"}]\n', "teams.toml: holds something else than [[team]] tables"),
    ],
)
def test_a_file_that_does_not_hold_such_rows_is_told(
    tmp_path: Path, text: str | bytes, fault: str
) -> None:
    with pytest.raises(CatalogueError) as refusal:
        read_rows(written(tmp_path, text), "team")
    assert str(refusal.value).startswith(fault)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"^teams\.toml: is not there$"):
        read_toml(tmp_path / "teams.toml")


def test_a_file_without_rows_has_none(tmp_path: Path) -> None:
    assert read_rows(written(tmp_path, "# none yet\n"), "team") == []


def test_one_text_is_a_list_of_one() -> None:
    row = Row({"aliases": "csc", "covers": ["a", "b"], "decimals": 1}, "teams.toml", 1)
    assert row.texts("aliases") == ["csc"]
    assert row.texts("covers") == ["a", "b"]
    assert row.texts("combines") == []
    assert row.text("decimals") == "1"
    assert row.text("parent") == ""


@pytest.mark.parametrize("value", ["x", ["x"], 3])
def test_what_is_no_table_is_none_within_a_row(value: object) -> None:
    assert Row({"formula": value}, "metrics.toml", 1).tables("formula") == []
