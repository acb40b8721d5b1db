"""What was found, for a person."""

from collections.abc import Iterator, Sequence

from rich import box
from rich.markup import escape
from rich.table import Table

from bot.cli.fuzz.mistyping import Mistyped, Tally
from bot.cli.fuzz.nonsense import Fault
from bot.cli.samples.grade import Grade
from bot.pipeline import EXAMPLES
from bot.reply.lines import lines_of

_LONGEST = 200
"""Characters shown of a random text."""


def grades(tally: Tally) -> Table:
    """Right, declined and wrong by kind of typing error, and in all."""
    table = Table(title="Typing errors", title_justify="left", box=box.SIMPLE)
    table.add_column("error")
    for grade in Grade:
        table.add_column(grade, justify="right")
    for error in sorted({error for error, _ in tally.grades}):
        table.add_row(error, *(f"{tally.grades[error, grade]:,}" for grade in Grade))
    counted = [sum(tally.grades[key] for key in tally.grades if key[1] is one) for one in Grade]
    table.add_row("all", *(f"{number:,}" for number in counted), style="bold")
    return table


def wrong_figures(wrong: Sequence[Mistyped]) -> Iterator[str]:
    """Each wrong figure: as it was typed, as it was meant, and what was said."""
    for one in wrong:
        corrections = one.replied.understanding.corrections
        said = lines_of(one.replied.result, corrections, EXAMPLES)
        yield f"[bold]wrong figure[/] {escape(one.typed.text)} ({one.typed.error})"
        yield f"  meant  {escape(one.meant.question)}"
        yield f"  read   {escape(getattr(one.replied.result, 'understood', ''))}"
        yield f"  said   {escape(' / '.join((*said.said, *said.small)))}"


def nonsense(texts: int, found: Sequence[Fault]) -> Iterator[str]:
    """Each text that did what none may, and how many there were."""
    for fault in found:
        shown = ascii(fault.text.words[:_LONGEST])
        yield f"[bold]{escape(fault.what)}[/] ({fault.text.kind}) {escape(shown)}"
    yield f"{texts:,} random texts: {len(found)} with an exception or a figure for nonsense."
