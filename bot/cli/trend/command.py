"""The command: one series to a person, many as JSON lines."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, TextIO

import click

from bot.cli.trend.json_lines import verdict_lines
from bot.cli.trend.table import Table, read_table
from bot.errors import BadSeriesError
from bot.reply.trend import svg_of, text_of
from bot.statistics.xmr import Series, Settings, draw, judge
from db.catalogue import Direction

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("file", type=click.File(encoding="utf-8-sig"), default="-")
@click.option("--json", "as_json", is_flag=True, help="Read JSON lines, write a verdict for each.")
@click.option("--column", help="The column of the figures; else the second.")
@click.option(
    "--direction",
    type=click.Choice([str(one) for one in Direction]),
    default=str(Direction.NEUTRAL),
    help="Which way is better.",
)
@click.option("--target", type=float, help="The figure aimed at.")
@click.option("--rebase", type=_DAY, multiple=True, help="A date at which limits start anew.")
@click.option("--baseline", type=int, help="Work the limits from so many first points.")
@click.option("--screen", is_flag=True, help="Leave out moving ranges that are outliers.")
@click.option("--stock", is_flag=True, help="Figures carry over, as people in post do.")
@click.option("--unit", help='"%", FTE, people …; else as the figures are written.')
@click.option("--svg", type=click.Path(path_type=Path, dir_okay=False), help="Draw a picture.")
def trend(
    file: TextIO,
    *,
    as_json: bool,
    column: str | None,
    unit: str | None,
    svg: Path | None,
    **options: Any,
) -> None:
    """Tell what may be said of the series in FILE: dates and figures, as CSV."""
    if as_json:
        sys.exit(_write(verdict_lines(file)))
    table = read_table(file, column)
    unit = unit if unit is not None else table.unit
    chart = draw(_series(table, options, unit))
    text = text_of(chart, judge(chart), unit)
    from bot.cli.trend.terminal import show  # noqa: PLC0415 - Rich is imported only to be used

    show(chart, table.name, unit)
    click.echo(text)
    if svg:
        svg.write_text(svg_of(chart, table.name, text, unit), encoding="utf-8")


def _write(lines: Iterable[tuple[str, str]]) -> int:
    """Write each verdict; a fault goes to people as well. Gives the exit status."""
    status = 0
    for line, fault in lines:
        click.echo(line)
        if fault:
            click.echo(fault, err=True)
            status = 1
    return status


def _series(table: Table, options: dict[str, Any], unit: str) -> Series:
    try:
        settings = Settings(
            Direction(options["direction"]),
            options["target"],
            tuple(_day(moment) for moment in options["rebase"]),
            options["baseline"],
            options["screen"],
        )
        is_stock = True if options["stock"] else None
        is_count = unit in {"people", "posts", "cases", "occasions", "count"}
        return Series.sorted(
            table.dates, table.values, settings, is_stock=is_stock, is_count=is_count
        )
    except ValueError as error:
        raise BadSeriesError(f"{str(error)[0].upper()}{str(error)[1:]}.") from error


def _day(moment: Any) -> date:
    day: date = moment.date()
    return day
