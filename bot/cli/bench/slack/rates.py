"""How many questions at once, as a table for a person."""

from dataclasses import dataclass, replace

from rich import box
from rich.table import Table

_A_SECOND = 500
"""Questions a second that one core answers at least."""


@dataclass(frozen=True, slots=True)
class Rates:
    """A burst of questions: the seconds it took, and those of the bot's processor, if known.

    `load` is how many seconds the load took that ran beside other questions.
    """

    questions: int
    seconds: float
    cpu: float | None
    load: float = 0

    def beside(self, load: float) -> "Rates":
        """The same, with a load."""
        return replace(self, load=load)

    @property
    def a_second(self) -> float:
        """Questions answered in a second."""
        return self.questions / self.seconds

    @property
    def a_second_of_processor(self) -> float | None:
        """Questions answered in a second of the bot's processor; None where it is not known."""
        return self.questions / self.cpu if self.cpu else None


def rates(found: Rates) -> Table:
    """What a burst came to, each figure beside what is wanted."""
    table = Table(
        title=f"A burst of {found.questions:,} questions, all answered",
        title_justify="left",
        box=box.SIMPLE,
        padding=(0, 1, 0, 0),
    )
    table.add_column("what")
    for heading in ("a second", "least", "target"):
        table.add_column(heading, justify="right", no_wrap=True)
    _add(table, "answered by one process", found.a_second, with_target=True)
    if found.a_second_of_processor:
        _add(table, "  by a second of its processor", found.a_second_of_processor)
    table.add_row(f"the load beside took {found.load:.1f} s", "", "", "")
    return table


def _add(table: Table, what: str, rate: float, *, with_target: bool = False) -> None:
    verdict = "met" if rate >= _A_SECOND else "[bold]not met[/]"
    target = (str(_A_SECOND), verdict) if with_target else ("", "")
    table.add_row(what, f"{rate:,.0f}", *target)
