"""How a question was read: tokens, covers with their sums, the query and the figures found."""

from collections.abc import Iterator, Sequence
from dataclasses import fields

from rich.console import Console
from rich.table import Table

from bot.pipeline import Replied
from bot.query.query import NotUnderstood, Query, Unclear
from bot.question import Understanding
from bot.question.cover import Cover, Span
from bot.question.text.tokens import Token
from bot.reply.numbers import printed


def show(replied: Replied) -> None:
    """Print every step from the tokens to the figures."""
    # What stands in brackets is no mark-up of ours, and a colon no emoji.
    console = Console(markup=False, emoji=False)
    understanding = replied.understanding
    console.print(_tokens(understanding))
    for number, cover in enumerate(understanding.covers, start=1):
        console.print(_cover(number, cover, understanding.tokens))
    reading = understanding.reading
    for one in reading.readings if isinstance(reading, Unclear) else (reading,):
        console.print(_reading(one))
    console.print(_figures(replied))


def _table(title: str, *headings: str) -> Table:
    table = Table(title=title, title_justify="left", show_header=bool(headings))
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


def _tokens(understanding: Understanding) -> Table:
    table = _table("Tokens", "typed", "read as")
    read_as = {one.written: one.read_as for one in understanding.corrections}
    for token in understanding.tokens:
        table.add_row(token.written, read_as.get(token.written, token.word))
    return table


def _cover(number: int, cover: Cover, tokens: Sequence[Token]) -> Table:
    table = _table(f"Cover {number}: {cover.score:.2f}", "words", "taken for", "edits", "score")
    for span in cover.spans:
        words = " ".join(token.written for token in tokens[span.start : span.end])
        edits = str(span.match.edits) if span.match else ""
        table.add_row(words, _meaning(span), edits, f"{span.score:.2f}")
    return table


def _meaning(span: Span) -> str:
    """The senses of a phrase, a period, or what sort of token it is."""
    if span.entry:
        senses = ("+".join(f"{one.kind}:{one.key}" for one in sense) for sense in span.entry.senses)
        return " | ".join(senses)
    return str(span.period or span.part)


def _reading(reading: Query | NotUnderstood) -> Table:
    """What was set of a query; the rest is as for any question."""
    table = _table("Query" if isinstance(reading, Query) else "Not understood")
    for name, value in _set(reading):
        table.add_row(name, value)
    return table


def _set(reading: Query | NotUnderstood) -> Iterator[tuple[str, str]]:
    for one in fields(reading):
        value = getattr(reading, one.name)
        if value:
            yield one.name, str(value)


def _figures(replied: Replied) -> Table:
    headings = ("row", "metric", "who", "where", "period", "figure", "formula")
    table = _table("Figures found", *headings)
    found = (*getattr(replied.result, "figures", ()), *getattr(replied.result, "options", ()))
    for one in found:
        where = one.team.key if one.team else one.organisation.key
        row = (one.metric.key, one.role_group.key, where, one.period.key, printed(one), one.formula)
        table.add_row(str(one.id), *row)
    return table
