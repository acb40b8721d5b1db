"""What was read of the store for one question, kept for those that come next."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.answer.held.series import Series
from bot.answer.values import Figure

MOST = 50_000
"""Figures that are kept, some 25 MB."""


@dataclass(slots=True)
class Kept:
    """Series by metric and organisation, figures by series, and what was made of them.

    It holds for one workspace, one generation of the store and one day. Several threads may share
    it: each entry is written whole, and twice the same where two read it at once.
    """

    series: dict[str, Mapping[str, Sequence[Series]]] = field(default_factory=dict)
    kinds: dict[str, frozenset[str]] = field(default_factory=dict)
    figures: dict[int, Sequence[Figure]] = field(default_factory=dict)
    made: dict[Hashable, Any] = field(default_factory=dict)
    count: int = 0

    @property
    def is_full(self) -> bool:
        """Whether no more should be kept."""
        return self.count > MOST

    def keep(self, figures: Mapping[int, Sequence[Figure]]) -> None:
        """Keep the figures of some series."""
        self.figures.update(figures)
        self.count += sum(map(len, figures.values()))

    def forget_figures(self) -> None:
        """Forget the figures and what was made of them, not which series there are."""
        self.figures.clear()
        self.made.clear()
        self.count = 0
