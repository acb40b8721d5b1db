"""How a question was read: tokens, covers with their sums, the query and the figures found."""

from rich.console import Console
from rich.table import Table

from bot.pipeline import Replied
from bot.query.query import NotUnderstood, Query, Unclear
from bot.question.cover import Cover
from bot.reply.numbers import printed


def show(replied: Replied) -> None:
    """Print every step from the tokens to the figures."""
    console = Console()
    understanding = replied.understanding
    for number, cover in enumerate(understanding.covers, start=1):
        console.print(_cover(number, cover, understanding.tokens))
    console.print(_readings(understanding.reading))
    console.print(_figures(replied))


def _cover(number: int, cover: Cover, tokens: tuple[object, ...]) -> Table:
    table = Table(title=f"Cover {number}: {cover.score:.2f}", title_justify="left")
    for heading in ("words", "taken for", "edits", "score"):
        table.add_column(heading)
    for span in cover.spans:
        words = " ".join(getattr(token, "written", "") for token in tokens[span.start : span.end])
        meaning = str(span.period or "")
        if span.entry:
            meaning = " | ".join(
                "+".join(f"{one.kind}:{one.key}" for one in sense) for sense in span.entry.senses
            )
        edits = str(span.match.edits) if span.match else ""
        table.add_row(words, meaning or str(span.part), edits, f"{span.score:.2f}")
    return table


def _readings(reading: Query | Unclear | NotUnderstood) -> Table:
    table = Table(title="Read as", title_justify="left", show_header=False)
    readings = reading.readings if isinstance(reading, Unclear) else (reading,)
    for one in readings:
        table.add_row(repr(one))
    return table


def _figures(replied: Replied) -> Table:
    table = Table(title="Figures found", title_justify="left")
    for heading in ("row", "metric", "who", "where", "period", "figure", "formula"):
        table.add_column(heading)
    found = (*getattr(replied.result, "figures", ()), *getattr(replied.result, "options", ()))
    for one in found:
        where = one.team.key if one.team else one.organisation.key
        table.add_row(
            str(one.id),
            one.metric.key,
            one.role_group.key,
            where,
            one.period.key,
            printed(one),
            one.formula,
        )
    return table
