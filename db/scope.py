"""Who asks: the first argument of every read, so that no read can forget whose rows to show."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scope:
    """A workspace and the person in it.

    Rows of workspace "" are published reference data and visible to everybody; beside them a
    scope sees the rows of its own workspace and of no other. Both default to nobody in
    particular, who sees what was published.
    """

    workspace: str = ""
    viewer: str = ""
