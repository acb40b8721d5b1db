"""`muster bench digest`: what is measured, and that every channel got its own."""

from click.testing import CliRunner

from bot.cli.main import cli


def test_every_channel_that_is_due_is_told_and_each_part_is_measured() -> None:
    size = ("--channels", "24", "--councils", "2", "--figures", "2000")
    result = CliRunner().invoke(cli, ["bench", "digest", *size])
    assert result.exit_code == 0, result.output
    said = " ".join(result.stdout.split())
    assert "24 digests of 14 things watched" in said
    measured = ("who is due", "reading what is held", "choosing and wording", "memory")
    assert [what for what in measured if what not in said] == []
