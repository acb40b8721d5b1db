"""`muster bench import`: what is measured, and that it was really loaded."""

from click.testing import CliRunner

from bot.cli.main import cli


def test_the_bare_way_the_load_and_what_others_notice_are_measured() -> None:
    size = ("--rows", "400", "--large", "6000", "--repeats", "1")
    result = CliRunner().invoke(cli, ["bench", "import", *size])
    assert result.exit_code == 0, result.output
    told = " ".join(result.output.split())
    assert "Loading a file of 400 figures" in told
    measured = ("the driver alone", "committed", "again", "workbook of 2,000 rows", "longest wait")
    assert [part for part in measured if part not in told] == []
