"""What is wrong with a file, all of it."""

from collections.abc import Sequence

from seed.tables import Fault


class FileFaultsError(Exception):
    """A file has faults, all of them listed; nothing of it was stored."""

    def __init__(self, file: str, faults: Sequence[Fault]) -> None:
        self.file = file
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, faults)))


def at(line: int, column: str = "") -> str:
    """A place in a file, for a message; lines are counted from 1, the heading among them."""
    return f"line {line}, column {column}" if column else f"line {line}"
