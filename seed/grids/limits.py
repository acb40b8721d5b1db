"""How much of a file is read, and at what cost."""

from dataclasses import asdict, dataclass

_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that a file may be; `cells` and `characters` are of all its sheets together.

    `memory` (bytes) and `seconds` are of the process that opens it.
    """

    size: int = 25 * _MB
    unpacked: int = 100 * _MB
    ratio: int = 200
    entries: int = 500
    sheets: int = 50
    rows: int = 200_000
    columns: int = 500
    cells: int = 2_000_000
    characters: int = 50 * _MB
    characters_of_a_cell: int = 2_000
    memory: int = 512 * _MB
    seconds: int = 20

    def told(self) -> dict[str, int]:
        """The limits by name, as the child is told them."""
        return asdict(self)
