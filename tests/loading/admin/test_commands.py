"""`muster import` and `muster admin` in a terminal: shown, asked, loaded, taken back."""

import json
from pathlib import Path

from tests.cli.terminal import Terminal
from tests.loading.appendix import ANSWERS, appendix
from tests.loading.workbooks import table

HEAD = "Team,Role,Month,Agency FTE"
JULY = (HEAD, "Assessment,Social workers,Jul 23,27")
QUESTION = "agency fte social workers Assessment Devon July 2023"


def test_a_file_is_shown_loaded_asked_about_taken_back_and_put_in_again(
    terminal: Terminal, tmp_path: Path
) -> None:
    path = str(table(tmp_path / "july.csv", *JULY))
    refused = terminal.run("import", path, "--council", "Devon", typed="n\n")
    assert "1 rows, 1 figures new" in refused.out.replace("\n", " ")
    assert refused.out.endswith("Nothing was loaded.\n")
    loaded = terminal.run("import", path, "--council", "Devon", typed="y\n")
    assert "muster admin undo 2" in loaded.out
    assert "27" in terminal.run("ask", QUESTION).out
    assert terminal.run("admin", "undo", "2").out == "Import 2 is taken back.\n"
    assert "july.csv" not in terminal.run("ask", QUESTION).out
    assert terminal.run("admin", "redo", "2").out == "Import 2 is in again.\n"
    assert "july.csv" in terminal.run("ask", QUESTION).out
    assert "july.csv" in terminal.run("admin", "history").out
    assert "redo" in terminal.run("admin", "audit").out


def test_questions_are_asked_one_after_another(terminal: Terminal, tmp_path: Path) -> None:
    lines = ("Team,Role,Month,Agency rate", "Assessment,Social workers,Jul 23,0.45")
    path = str(table(tmp_path / "july.csv", *lines))
    answered = terminal.run("import", path, "--council", "Devon", typed="1\n2\ny\n")
    assert "Agency rate is 0.45: is that a fraction (45%), or per cent?" in answered.out
    assert "What is agency rate divided by in this file?" in answered.out
    assert answered.out.rstrip().endswith("muster admin undo 2")


def test_nothing_is_loaded_while_a_question_is_open(terminal: Terminal, tmp_path: Path) -> None:
    lines = ("Team,Role,Month,Agency rate", "Assessment,Social workers,Jul 23,45%")
    path = str(table(tmp_path / "july.csv", *lines))
    ended = terminal.run("import", path, "--council", "Devon", "--yes")
    assert ended.code == 1
    assert "Nothing was loaded." in ended.out
    given = ("--answer", "formula:agency_rate=budget")
    assert terminal.run("import", path, "--council", "Devon", "--yes", *given).code == 0


def test_json_tells_everything_to_a_program(terminal: Terminal, tmp_path: Path) -> None:
    path = str(appendix(tmp_path / "appendix.xlsx", ("194.4|94.0", "194.4|94.2")))
    given = [part for key, value in ANSWERS.items() for part in ("--answer", f"{key}={value}")]
    told = json.loads(terminal.run("import", path, "--council", "Devon", "--json", *given).out)
    assert told["figures"] == {"new": 14, "changed": 1, "unchanged": 180, "refused": 0}
    assert told["loaded"] is False
    assert [(one["old"], one["new"]) for one in told["changes"]] == [("94.0 FTE", "94.2 FTE")]
    assert "100.4 permanent and 94.2 agency make 194.6" in told["warnings"][0]


def test_faults_of_a_file_end_the_command(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "figures.xlsx"
    path.write_bytes(b"%PDF-1.7")
    ended = terminal.run("import", str(path), "--yes")
    assert (ended.code, ended.out) == (1, "")
    assert "It is a PDF" in ended.err


def test_single_figures_names_and_exports_from_the_terminal(
    terminal: Terminal, tmp_path: Path
) -> None:
    said = "agency fte social workers Assessment Devon 31 May 2024 27.5".split()
    assert "Stored as import 2." in terminal.run("admin", "set", *said, "--yes").out
    goal = "agency fte social workers Assessment Devon 20 by Mar 2025".split()
    assert "Stored as import 3." in terminal.run("admin", "target", *goal, "--yes").out
    assert "devon/night_desk" in terminal.run("admin", "team", "add", "Devon", "Night Desk").out
    assert terminal.run("admin", "alias", "blue door", "Night Desk").code == 0
    assert terminal.run("admin", "team", "rename", "devon/night_desk", "Late Desk").code == 0
    assert terminal.run("admin", "team", "move", "devon/night_desk").code == 0
    assert terminal.run("admin", "metric", "add", "Visits made", "--unit", "visits").code == 0
    assert terminal.run("admin", "role", "add", "Youth mentors").code == 0
    assert terminal.run("admin", "council", "add", "Avonford").code == 0
    for name in ("export.csv", "export.xlsx"):
        path = str(tmp_path / name)
        assert "2 figures are in" in terminal.run("admin", "export", path).out
        assert "2 as they were" in terminal.run("import", path).out.replace("\n", " ")
    assert terminal.run("admin", "template", str(tmp_path / "template.xlsx")).code == 0
    assert "Devon: last" in terminal.run("admin", "freshness", "--on", "2024-12-01").out


def test_what_cannot_be_done_is_one_line(terminal: Terminal) -> None:
    for args in (("undo", "99"), ("set", "27"), ("alias", "x", "nothing at all")):
        ended = terminal.run("admin", *args)
        assert (ended.code, ended.err.count("\n")) == (1, 1)
        assert ended.err.startswith("It was not done. ")


def test_the_rule_for_small_groups_is_set_by_key_or_name(terminal: Terminal) -> None:
    assert "are shown from the next load on" in terminal.run(
        "admin", "disclosure", "grievance cases", "off"
    ).out.replace("\n", " ")
    kept = terminal.run("admin", "disclosure", "grievance_cases", "default").out
    assert kept.startswith("Grievance cases: counts from 1 to 4 and rates on fewer than 5 people")
    refused = terminal.run("admin", "disclosure", "nothing at all", "off")
    assert (refused.code, "may mean" in refused.err) == (1, True)
