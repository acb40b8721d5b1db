"""What a terminal shows of what Rich draws."""

from io import StringIO

from rich.console import Console, RenderableType


def printed(drawn: RenderableType) -> str:
    """The text of it, without colours, on lines long enough for all of it."""
    console = Console(file=StringIO(), width=200)
    console.print(drawn)
    text = console.file
    assert isinstance(text, StringIO)
    return text.getvalue()
