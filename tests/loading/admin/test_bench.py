"""`muster bench import`: what is measured, and that it was really loaded."""

from click.testing import CliRunner

from bot.cli.main import cli


def test_the_bare_way_the_load_and_the_load_again_are_measured() -> None:
    result = CliRunner().invoke(cli, ["bench", "import", "--rows", "400"])
    assert result.exit_code == 0, result.output
    told = " ".join(result.output.split())
    assert "Loading 400 figures" in told
    assert [part for part in ("the driver alone", "committed", "again") if part not in told] == []
    assert "Memory at most" in told
