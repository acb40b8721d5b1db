"""Digests of many follows: those who watch the same and know the same are told the same."""

from collections import defaultdict, deque
from datetime import date

from bot.digest.compose import Digest, compose
from bot.digest.watched import Memory, Watching

_DIFFERENT = 8
"""What follows of one thing may know is compared with so many; mostly they know the same."""


class Sharing:
    """Composes each digest once, for as long as what is watched is one object for all."""

    def __init__(self) -> None:
        self._composed: dict[tuple[int, date], deque[tuple[Watching, Memory, Digest]]] = (
            defaultdict(lambda: deque(maxlen=_DIFFERENT))
        )

    def compose(self, watching: Watching, memory: Memory, today: date) -> Digest:
        """Compose as `compose` does, or give what was composed of the same before."""
        # By identity, for comparing takes longer than composing; what is kept keeps its id.
        composed = self._composed[id(watching), today]
        for known, remembered, digest in composed:
            if known is watching and remembered == memory:
                return digest
        digest = compose(watching, memory, today)
        composed.append((watching, memory, digest))
        return digest
