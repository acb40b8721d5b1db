"""Asking in the terminal: one question, a conversation, or many as JSON lines."""

import json
import logging
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date, datetime
from io import TextIOWrapper
from typing import Any, NamedTuple

import click

from bot.cli.store import is_ready, make_ready
from bot.errors import BadLineError
from bot.pipeline import EXAMPLES, Muster, Replied
from bot.query.query import NotUnderstood, Query, Why
from bot.reply.contract import contract
from bot.reply.lines import lines_of
from bot.settings import settings
from db.scope import Scope

_SORRY = "Sorry, something went wrong on my side and I can't answer that."

_log = logging.getLogger(__name__)


@click.command()
@click.argument("question", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Read JSON lines, write an answer for each.")
@click.option("--explain", is_flag=True, help="Show how the question was read.")
@click.option("--on", "asked_on", type=click.DateTime(["%Y-%m-%d"]), help="Ask as on this day.")
def ask(
    question: tuple[str, ...], *, as_json: bool, explain: bool, asked_on: datetime | None
) -> None:
    """Answer QUESTION; without one, a conversation."""
    url = settings().database_url
    if not is_ready(url):
        make_ready(url)
    today = asked_on.date() if asked_on else date.today()  # noqa: DTZ011 - the person's own day
    with closing(Muster(url, Scope(settings().workspace))) as muster:
        if as_json:
            # A byte that is no UTF-8 spoils its own line at most.
            lines = TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace")
            for line in answer_lines(lines, muster, today):
                click.echo(line)
        elif question:
            _tell(muster.ask(" ".join(question), today), explain=explain)
        else:
            _converse(muster, today, explain=explain)


class _Asked(NamedTuple):
    """A line of the input: its id, the questions of the thread and the day."""

    id: object
    texts: list[str]
    day: date


def answer_lines(lines: Iterable[str], muster: Muster, today: date) -> Iterator[str]:
    """One JSON answer for each JSON question, in order (docs/contract.md).

    Raises:
        BadLineError: a line is not as the contract says.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield json.dumps(_answered(_asked(line, number, today), muster, number))


def _answered(asked: _Asked, muster: Muster, number: int) -> dict[str, Any]:
    """The answer to a line; a fault of ours costs that line alone."""
    try:
        return _fields(asked.id, muster.converse(asked.texts, asked.day))
    except Exception as fault:  # noqa: BLE001 - the lines after it are answered all the same
        # Its message is left out, for it may hold the person's words.
        _log.error("Line %d was not answered: %s", number, type(fault).__name__)
        return contract(asked.id, NotUnderstood(Why.EMPTY), (), ()) | {"text": _SORRY}


def _asked(line: str, number: int, today: date) -> _Asked:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):  # the latter for thousands of brackets
        told = None
    if not isinstance(told, dict) or not isinstance(told.get("question"), str):
        raise BadLineError(f"Line {number} is no JSON object with a question.")
    context = told.get("context") or []
    if not isinstance(context, list) or not all(isinstance(one, str) for one in context):
        raise BadLineError(f"Line {number} has a context that is no list of questions.")
    return _Asked(told.get("id"), [*context, told["question"]], _day(told, number) or today)


def _day(told: dict[str, Any], number: int) -> date | None:
    day = told.get("asked_on")
    try:
        return date.fromisoformat(day) if day else None
    except (TypeError, ValueError):
        raise BadLineError(f"Line {number} has an asked_on that is no date.") from None


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
