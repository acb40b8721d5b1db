"""`muster bench slack`: what is measured, beside an empty listener."""

from click.testing import CliRunner

from bot.cli.bench.slack.rates import Rates
from bot.cli.main import cli


def test_everything_that_has_a_target_is_measured() -> None:
    size = ("--acknowledgements", "2", "--seconds", "1", "--rows", "100", "--burst", "20")
    result = CliRunner().invoke(cli, ["bench", "slack", *size])
    assert result.exit_code == 0, result.output
    measured = (
        "empty Bolt",
        "event ack",
        "command ack",
        "button ack",
        "reply posted",
        "burst",
        "looking up",
    )
    assert [what for what in measured if what not in result.stdout] == []
    assert result.stdout.count("met") >= 5
    assert "all of it, in the burst" in result.stdout


def test_a_processor_that_is_not_known_has_no_rate() -> None:
    assert Rates(1_000, 2.0, None).a_second == 500
    assert Rates(1_000, 2.0, None).a_second_of_processor is None
    assert Rates(1_000, 2.0, 4.0).a_second_of_processor == 250
