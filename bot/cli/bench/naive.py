"""The easy way: the description that RapidFuzz finds most similar to the whole question."""

from collections.abc import Iterable

from rapidfuzz.fuzz import WRatio
from rapidfuzz.process import extractOne

from bot.cli.samples.grade import Grade
from bot.cli.samples.pool import Asked

CUT_OFF = 85
"""The score below which the cautious variant gives no figure; the usual advice."""


class Naive:
    """Looks a question up among the descriptions of all figures."""

    def __init__(self, known: Iterable[Asked]) -> None:
        self._due = {one.description: one.due for one in known}
        self.descriptions = tuple(self._due)

    def grade(self, one: Asked, cut_off: float = 0) -> Grade:
        """How it does on a question."""
        found = self.figures(one.question, cut_off)
        if not found:
            return Grade.DECLINED
        return Grade.RIGHT if found == one.due else Grade.WRONG

    def figures(self, question: str, cut_off: float = 0) -> frozenset[int]:
        """The ids of the figures most similarly described; none below the cut-off."""
        found = extractOne(question, self.descriptions, scorer=WRatio, score_cutoff=cut_off)
        return self._due[found[0]] if found else frozenset()
