"""Asking in the terminal: one question, a conversation, or many as JSON lines."""

import json
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any, TextIO

import click

from bot.cli.store import is_ready, make_ready
from bot.errors import BadLineError
from bot.pipeline import EXAMPLES, Muster, Replied
from bot.query.query import Query
from bot.reply.contract import contract
from bot.reply.lines import lines_of
from bot.settings import settings


@click.command()
@click.argument("question", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Read JSON lines, write an answer for each.")
@click.option("--explain", is_flag=True, help="Show how the question was read.")
@click.option("--on", "asked_on", type=click.DateTime(["%Y-%m-%d"]), help="Ask as on this day.")
def ask(question: tuple[str, ...], *, as_json: bool, explain: bool, asked_on: Any) -> None:
    """Answer QUESTION; without one, a conversation."""
    url = settings().database_url
    if not is_ready(url):
        make_ready(url)
    muster = Muster(url)
    today = asked_on.date() if asked_on else date.today()  # noqa: DTZ011 - the person's own day
    if as_json:
        for line in answer_lines(sys.stdin, muster, today):
            click.echo(line)
    elif question:
        _tell(muster.ask(" ".join(question), today), explain=explain)
    else:
        _converse(muster, today, explain=explain)
    muster.close()


def answer_lines(lines: TextIO, muster: Muster, today: date) -> Iterator[str]:
    """One JSON answer for each JSON question, in order (docs/contract.md).

    Raises:
        BadLineError: a line is no JSON object with a question.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            asked = _question(line, number)
            day = date.fromisoformat(asked["asked_on"]) if asked.get("asked_on") else today
            replied = muster.converse([*asked.get("context", []), asked["question"]], day)
            yield json.dumps(_fields(asked.get("id"), replied), ensure_ascii=False)


def _question(line: str, number: int) -> dict[str, Any]:
    try:
        asked = json.loads(line)
    except ValueError:
        asked = None
    if not isinstance(asked, dict) or not isinstance(asked.get("question"), str):
        raise BadLineError(f"Line {number} is no JSON object with a question.")
    return asked


def _fields(id_: object, replied: Replied) -> dict[str, Any]:
    return contract(id_, replied.result, replied.understanding.corrections, EXAMPLES)


def _tell(replied: Replied, *, explain: bool) -> None:
    if explain:
        from bot.cli.explain import show  # noqa: PLC0415 - Rich is imported only to be used

        show(replied)
    lines = lines_of(replied.result, replied.understanding.corrections, EXAMPLES)
    click.echo(lines.text)


def _converse(muster: Muster, today: date, *, explain: bool) -> None:
    """A conversation that keeps its thread, until an empty line or the end of input."""
    click.echo("Ask about your workforce; an empty line ends.")
    thread: Query | None = None
    while question := _next_question():
        replied = muster.ask(question, today, thread)
        thread = replied.carried(thread)
        _tell(replied, explain=explain)


def _next_question() -> str:
    try:
        return input("> ").strip()
    except (EOFError, KeyboardInterrupt):
        return ""
